package dev.datastack.acceptance.roles;

import dev.datastack.acceptance.stack.Repository;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The list: for each row of the table in the documents some statements, each with its end in every seat. */
final class Statements {
    private static final String FILE = "acceptance-tests/src/test/resources/roles/statements.txt";
    /** They refuse to run in a transaction before they look at rights. */
    private static final Pattern ALONE =
            Pattern.compile("(CREATE|DROP) (DATABASE|TABLESPACE|SUBSCRIPTION).*|ALTER SYSTEM.*");

    private static final List<Seat> COLUMNS = List.of(Seat.PGADMIN, Seat.AIRFLOW, Seat.ETL, Seat.METADATA);

    private Statements() {}

    record Statement(String sql, Map<Seat, Outcome> ends) {
        boolean runsAlone() {
            return ALONE.matcher(sql).matches();
        }
    }

    static Map<String, List<Statement>> byRow() {
        var rows = new LinkedHashMap<String, List<Statement>>();
        var statements = new ArrayList<Statement>();
        for (var line : lines()) {
            if (line.startsWith("= ")) {
                statements = new ArrayList<>();
                rows.put(line.substring(2), statements);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                statements.add(statement(line));
            }
        }
        return rows;
    }

    private static Statement statement(String line) {
        int bar = line.indexOf('|');
        var words = line.substring(0, bar).trim().split(" +", -1);
        var ends = new EnumMap<Seat, Outcome>(Seat.class);
        for (int i = 0; i < words.length; i++) {
            var word = words[i];
            if (!word.equals("-")) {
                ends.put(COLUMNS.get(i), Outcome.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        return new Statement(line.substring(bar + 1).trim(), ends);
    }

    private static List<String> lines() {
        return Repository.read(Repository.root().resolve(FILE)).lines().toList();
    }
}
