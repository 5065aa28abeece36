package dev.datastack.etl.load;

import dev.datastack.etl.dataset.Column;
import dev.datastack.etl.dataset.Dataset;
import dev.datastack.etl.dataset.Period;
import dev.datastack.etl.dataset.Problem;
import dev.datastack.etl.dataset.Row;
import dev.datastack.etl.dataset.RowReader;
import dev.datastack.etl.source.Line;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Decides about each line of one file: a row, or a reject. */
final class RowCheck {

    // A line is not longer, and each column of a key adds at most the ten bytes of a long number.
    private static final int LONGEST_KEY = 128 * 1024;

    private final Dataset dataset;
    private final RowReader reader;
    private final KnownMembers known;
    // Exact keys, not hashes of them: a row must not be rejected because two hashes happen to be equal.
    private final ByteKeys lineOfKey;
    private final ByteBuffer key = ByteBuffer.allocate(LONGEST_KEY);

    RowCheck(Dataset dataset, Period period, KnownMembers known, MemoryBudget budget) {
        this.dataset = dataset;
        this.reader = new RowReader(dataset, period);
        this.known = known;
        this.lineOfKey = new ByteKeys(budget);
    }

    /** The row as the last call of {@link #problem} read it. */
    Row row() {
        return reader.row();
    }

    @Nullable
    Problem problem(Line line) throws TooLargeException {
        if (line instanceof Line.Damaged damaged) {
            return new Problem(null, damaged.reason());
        }
        Line.Good good = (Line.Good) line;
        Problem problem = reader.read(good.cells());
        if (problem == null) {
            problem = known.problem(reader.row());
        }
        return problem == null ? duplicate(good.number()) : problem;
    }

    private @Nullable Problem duplicate(long line) throws TooLargeException {
        key.clear();
        reader.key(key);
        long first = lineOfKey.putIfAbsent(key.array(), 0, key.position(), line);
        if (first == ByteKeys.NEW) {
            return null;
        }
        String names =
                String.join(", ", dataset.key().stream().map(Column::name).toList());
        return new Problem(names, "duplicate: the same " + names + " as in line " + first);
    }
}
