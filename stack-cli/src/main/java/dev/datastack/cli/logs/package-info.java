/** {@code stack logs}. */
@NullMarked
package dev.datastack.cli.logs;

import org.jspecify.annotations.NullMarked;
