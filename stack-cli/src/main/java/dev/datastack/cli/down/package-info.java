/** {@code stack down}. */
@NullMarked
package dev.datastack.cli.down;

import org.jspecify.annotations.NullMarked;
