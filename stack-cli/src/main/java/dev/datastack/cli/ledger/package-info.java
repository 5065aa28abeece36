/** The loads as the warehouse's ledger has them, and whether the year is complete. */
@NullMarked
package dev.datastack.cli.ledger;

import org.jspecify.annotations.NullMarked;
