/**
 * The service that loads files into the warehouse: a load is requested in the ledger, claimed by a worker, read from its
 * file, checked row by row and swapped in. This package only starts it.
 */
@NullMarked
package dev.datastack.etl;

import org.jspecify.annotations.NullMarked;
