/** The ways into a running stack: addresses, accounts and passwords. */
@NullMarked
package dev.datastack.cli.doors;

import org.jspecify.annotations.NullMarked;
