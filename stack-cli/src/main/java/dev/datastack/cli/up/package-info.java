/** {@code stack up}: one start from the first check to the last row, and what is said when it ends badly. */
@NullMarked
package dev.datastack.cli.up;

import org.jspecify.annotations.NullMarked;
