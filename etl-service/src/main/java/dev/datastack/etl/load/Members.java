package dev.datastack.etl.load;

import dev.datastack.etl.copy.BinaryCopy;
import dev.datastack.etl.dataset.Column;
import dev.datastack.etl.dataset.Reference;
import dev.datastack.etl.dataset.Row;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The members of reference tables that the rows of one file name, and that are added where they are unknown. */
final class Members {

    // In one order for all: two loads that add the same members wait for each other and never in a circle.
    // Most are known, and to look for them costs less than a row that conflicts, as one still does that another
    // load adds meanwhile.
    private static final String ADD = """
            INSERT INTO %1$s (%2$s, inferred)
            SELECT member, true FROM %3$s
             WHERE NOT EXISTS (SELECT FROM %1$s AS known WHERE known.%2$s = member)
             ORDER BY member COLLATE "C"
            ON CONFLICT DO NOTHING
            """;

    private static final String FROM_ARRAY = "unnest(?::text[]) AS member";
    // An array of a million would be built in our memory, and in the server's.
    static final int MOST_IN_ARRAY = 10_000;
    private static final int MOST_BYTES_IN_ARRAY = 256 * 1024;
    private static final String FROM_TABLE = "members_of_file";
    private static final String CREATE = "CREATE TEMPORARY TABLE members_of_file (member text) ON COMMIT DROP";
    private static final String DROP = "DROP TABLE members_of_file";

    private record Target(String table, String key) implements Comparable<Target> {
        @Override
        public int compareTo(Target other) {
            return table.compareTo(other.table);
        }
    }

    private record Watched(Column column, ByteKeys seen) {}

    private final Map<Target, ByteKeys> byTarget = new TreeMap<>();
    private final List<Watched> watched = new ArrayList<>();

    Members(List<Reference> references, MemoryBudget budget) {
        for (Reference reference : references) {
            if (reference.rejects()) {
                continue;
            }
            Target target = new Target(reference.table(), reference.key());
            ByteKeys seen = byTarget.computeIfAbsent(target, t -> new ByteKeys(budget));
            watched.add(new Watched(reference.column(), seen));
        }
    }

    void note(Row row) throws TooLargeException {
        for (Watched each : watched) {
            int column = each.column().position();
            if (row.has(column)) {
                each.seen().putIfAbsent(row.bytes(), row.start(column), row.length(column), 0);
            }
        }
    }

    /** Adds those that are unknown as inferred, and returns how many. */
    int addUnknown(Connection connection) throws SQLException {
        int added = 0;
        for (Map.Entry<Target, ByteKeys> members : byTarget.entrySet()) {
            ByteKeys keys = members.getValue();
            added += keys.size() <= MOST_IN_ARRAY && keys.bytes() <= MOST_BYTES_IN_ARRAY
                    ? addFromArray(connection, members.getKey(), keys)
                    : addFromTable(connection, members.getKey(), keys);
        }
        return added;
    }

    private static int addFromArray(Connection connection, Target target, ByteKeys keys) throws SQLException {
        List<String> texts = new ArrayList<>(keys.size());
        keys.forEach((bytes, from, length) -> texts.add(new String(bytes, from, length, StandardCharsets.UTF_8)));
        try (PreparedStatement statement =
                connection.prepareStatement(ADD.formatted(target.table(), target.key(), FROM_ARRAY))) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            return statement.executeUpdate();
        }
    }

    private static int addFromTable(Connection connection, Target target, ByteKeys keys) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
            try (BinaryCopy copy = BinaryCopy.into(connection, FROM_TABLE, List.of("member"))) {
                keys.forEach((bytes, from, length) -> {
                    copy.row();
                    copy.text(bytes, from, length);
                });
                copy.finish();
            }
            int added = statement.executeUpdate(ADD.formatted(target.table(), target.key(), FROM_TABLE));
            statement.execute(DROP);
            return added;
        }
    }
}
