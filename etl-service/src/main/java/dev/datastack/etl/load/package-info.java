/**
 * One load: a file, checked row by row, becomes rows of the warehouse in one transaction, or nothing happens. A month is
 * a new table that is swapped in; a reference file is merged, because facts may need more members than it has.
 */
@NullMarked
package dev.datastack.etl.load;

import org.jspecify.annotations.NullMarked;
