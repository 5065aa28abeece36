package dev.datastack.etl.dataset;

import org.jspecify.annotations.Nullable;

/** Something that must hold between the columns of one row. Runs after every column was read. */
@FunctionalInterface
public interface Rule {

    @Nullable
    Problem check(Row row, Period period);
}
