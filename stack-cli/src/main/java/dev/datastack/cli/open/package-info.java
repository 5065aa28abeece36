/** The ways into a running stack: addresses, accounts and passwords. */
@NullMarked
package dev.datastack.cli.open;

import org.jspecify.annotations.NullMarked;
