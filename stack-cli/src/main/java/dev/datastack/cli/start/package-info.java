/** One start from the first check to the last row, and what is said when it ends badly. */
@NullMarked
package dev.datastack.cli.start;

import org.jspecify.annotations.NullMarked;
