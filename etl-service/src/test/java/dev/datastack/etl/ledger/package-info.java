@NullMarked
package dev.datastack.etl.ledger;

import org.jspecify.annotations.NullMarked;
