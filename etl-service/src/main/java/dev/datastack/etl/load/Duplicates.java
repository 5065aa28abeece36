package dev.datastack.etl.load;

import dev.datastack.etl.dataset.Column;
import dev.datastack.etl.dataset.Problem;
import dev.datastack.etl.dataset.Reason;
import dev.datastack.etl.dataset.Row;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which rows of one file have the key of a row before them. */
final class Duplicates {

    // A line is not longer, and each column of a key adds at most the ten bytes of a long number.
    private static final int LONGEST_KEY = 128 * 1024;

    private final List<Column> columns;
    // Exact keys, not hashes of them: a row must not be rejected because two hashes happen to be equal.
    private final ByteKeys lineOfKey;
    private final ByteBuffer key = ByteBuffer.allocate(LONGEST_KEY);

    Duplicates(List<Column> columns, MemoryBudget budget) {
        this.columns = columns;
        this.lineOfKey = new ByteKeys(budget);
    }

    /** What is wrong with a row whose key was there already, or null. */
    @Nullable
    Problem problem(Row row, long line) throws TooLargeException {
        key.clear();
        for (Column column : columns) {
            row.appendTo(key, column);
        }
        long first = lineOfKey.putIfAbsent(key.array(), 0, key.position(), line);
        if (first == ByteKeys.NEW) {
            return null;
        }
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        return new Problem(names, Reason.DUPLICATE + "the same " + names + " as in line " + first);
    }
}
