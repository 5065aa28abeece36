package dev.datastack.etl.load;

import dev.datastack.etl.dataset.Cells;
import dev.datastack.etl.dataset.Column;
import dev.datastack.etl.dataset.Reference;
import dev.datastack.etl.dataset.Row;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
            SELECT member, true FROM unnest(?::text[]) AS member
             WHERE NOT EXISTS (SELECT FROM %1$s AS known WHERE known.%2$s = member)
             ORDER BY member COLLATE "C"
            ON CONFLICT DO NOTHING
            """;

    private record Target(String table, String key) implements Comparable<Target> {
        @Override
        public int compareTo(Target other) {
            return table.compareTo(other.table);
        }
    }

    private record Watched(Column column, ByteKeys seen) {}

    private final Map<Target, ByteKeys> byTarget = new TreeMap<>();
    private final List<Watched> watched = new ArrayList<>();

    Members(List<Reference> references) {
        for (Reference reference : references) {
            if (reference.rejects()) {
                continue;
            }
            Target target = new Target(reference.table(), reference.key());
            ByteKeys seen = byTarget.computeIfAbsent(target, t -> new ByteKeys());
            watched.add(new Watched(reference.column(), seen));
        }
    }

    void note(Row row) {
        Cells cells = row.cells();
        for (Watched each : watched) {
            int column = each.column().position();
            if (row.has(column)) {
                each.seen().putIfAbsent(cells.bytes(), cells.start(column), cells.length(column), 0);
            }
        }
    }

    /** Adds those that are unknown as inferred, and returns how many. */
    int addUnknown(Connection connection) throws SQLException {
        int added = 0;
        for (Map.Entry<Target, ByteKeys> members : byTarget.entrySet()) {
            Target target = members.getKey();
            Array keys = connection.createArrayOf("text", members.getValue().texts());
            try (PreparedStatement statement =
                    connection.prepareStatement(ADD.formatted(target.table(), target.key()))) {
                statement.setArray(1, keys);
                added += statement.executeUpdate();
            }
        }
        return added;
    }
}
