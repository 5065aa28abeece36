package dev.datastack.acceptance.roles;

import dev.datastack.acceptance.roles.Statements.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of docs/architecture/roles.md. */
final class RolesTable {
    private static final String RIGHTS = """
            | | `pgadmin` | `airflow` | `etl` | `airflow` in its own database |
            |---|---|---|---|---|
            """;
    private static final String LIMITS = """
            | | `pgadmin` | `airflow` | `etl` | `airflow` in its own database |
            |---|---|---|---|---|
            | connections | %s |
            | `temp_file_limit` | %s |
            | `statement_timeout` | %s |
            | `transaction_timeout` | %s |
            | `idle_in_transaction_session_timeout` | %s |
            | `lock_timeout` | %s |
            """;
    static final List<String> SETTINGS = List.of(
            "temp_file_limit",
            "statement_timeout",
            "transaction_timeout",
            "idle_in_transaction_session_timeout",
            "lock_timeout");

    private RolesTable() {}

    static String rights() {
        return RIGHTS
                + Statements.byRow().entrySet().stream()
                        .map(row -> "| " + row.getKey() + " | " + cells(row.getValue()) + " |\n")
                        .collect(Collectors.joining());
    }

    /** One list for each line, with a value for each seat. */
    static String limits(List<List<String>> lines) {
        var cells = new ArrayList<String>();
        for (var line : lines) {
            cells.add(
                    line.stream().map(value -> value.equals("0") ? "–" : value).collect(Collectors.joining(" | ")));
        }
        return LIMITS.formatted(cells.toArray());
    }

    private static String cells(List<Statement> statements) {
        return Arrays.stream(Seat.values()).map(seat -> cell(statements, seat)).collect(Collectors.joining(" | "));
    }

    private static String cell(List<Statement> statements, Seat seat) {
        var ends = statements.stream()
                .flatMap(one -> one.ends().entrySet().stream())
                .filter(end -> end.getKey() == seat)
                .collect(Collectors.groupingBy(end -> end.getValue().inTable, Collectors.counting()));
        if (ends.isEmpty()) {
            return "–";
        }
        return ends.size() == 1
                ? ends.keySet().iterator().next()
                : "in " + ends.getOrDefault(Outcome.DONE.inTable, 0L) + " of "
                        + ends.values().stream().mapToLong(Long::longValue).sum() + " ways";
    }
}
