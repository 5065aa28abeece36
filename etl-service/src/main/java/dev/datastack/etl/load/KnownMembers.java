package dev.datastack.etl.load;

import dev.datastack.etl.dataset.Datasets;
import dev.datastack.etl.dataset.Problem;
import dev.datastack.etl.dataset.Reason;
import dev.datastack.etl.dataset.Reference;
import dev.datastack.etl.dataset.Row;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members that rows must name, for columns that are declared so. Read once, before the first row: a reference table
 * is small, and a question to the database for each row would take longer than the row.
 */
final class KnownMembers {

    static final KnownMembers NONE_NEEDED = new KnownMembers(List.of());

    // One that is only inferred is known to no file: whether a row stays must not depend on which facts came first.
    private static final String KNOWN = "SELECT %s FROM %s WHERE NOT inferred";

    private static final int AT_ONCE = 1_000;

    private record Needed(Reference reference, ByteKeys known) {}

    private final List<Needed> needed;

    private KnownMembers(List<Needed> needed) {
        this.needed = List.copyOf(needed);
    }

    static KnownMembers read(Connection connection, List<Reference> references, Datasets datasets, MemoryBudget budget)
            throws SQLException, NoMembersException, TooLargeException {
        List<Needed> needed = new ArrayList<>();
        for (Reference reference : references) {
            if (reference.rejects()) {
                needed.add(new Needed(reference, keys(connection, reference, datasets, budget)));
            }
        }
        return new KnownMembers(needed);
    }

    private static ByteKeys keys(Connection connection, Reference reference, Datasets datasets, MemoryBudget budget)
            throws SQLException, NoMembersException, TooLargeException {
        ByteKeys keys = new ByteKeys(budget);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            ResultSet members = statement.executeQuery(KNOWN.formatted(reference.key(), reference.table()));
            while (members.next()) {
                byte[] key = members.getString(1).getBytes(StandardCharsets.UTF_8);
                keys.putIfAbsent(key, 0, key.length, 0);
            }
        }
        if (keys.size() == 0) {
            throw NoMembersException.of(reference, datasets.filling(reference.table()));
        }
        return keys;
    }

    /** The first column whose member is not known, or null. */
    @Nullable
    Problem problem(Row row) {
        for (Needed each : needed) {
            int column = each.reference().column().position();
            if (row.has(column) && !each.known().contains(row.bytes(), row.start(column), row.length(column))) {
                return new Problem(
                        each.reference().column().name(), Reason.unknownMember(row.text(column), each.reference()));
            }
        }
        return null;
    }
}
