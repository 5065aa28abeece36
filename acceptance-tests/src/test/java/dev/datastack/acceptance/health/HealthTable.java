package dev.datastack.acceptance.health;

import dev.datastack.acceptance.stack.Repository;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of docs/architecture/health-agent.md that says what turns unhealthy when one service is wedged. */
final class HealthTable {
    private static final String HEADING = "## What turns unhealthy";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private HealthTable() {}

    /** A wedged service, what its probe says then ({@code …} for anything), and who else turns unhealthy. */
    record Row(String service, String says, Set<String> dependents) {
        boolean isSaid(String output) {
            var parts = Arrays.stream(says.split("…", -1)).map(Pattern::quote);
            return Pattern.compile(parts.collect(Collectors.joining(".*")))
                    .matcher(output)
                    .find();
        }

        Set<String> unhealthy() {
            var all = new TreeSet<>(dependents);
            all.add(service);
            return all;
        }

        @Override
        public String toString() {
            return service;
        }
    }

    static List<Row> rows() {
        var page = Repository.read(Repository.root().resolve("docs/architecture/health-agent.md"));
        return page.lines()
                .dropWhile(line -> !line.startsWith(HEADING))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .map(HealthTable::row)
                .toList();
    }

    private static Row row(String line) {
        var cells = line.split("\\|", -1);
        return new Row(codes(cells[1]).get(0), codes(cells[3]).get(0), Set.copyOf(codes(cells[4])));
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
