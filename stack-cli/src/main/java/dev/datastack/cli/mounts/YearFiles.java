package dev.datastack.cli.mounts;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files that the year 2013 is loaded from. Without one of them it would never be complete. */
public final class YearFiles {
    private static final String FOLDER = "data/nycflights13";
    private static final List<String> REFERENCE =
            List.of("airlines.csv", "airports.csv", "planes.csv", "timezones.csv");
    private static final List<String> MONTHLY = List.of("flights-2013-%02d.csv.gz", "weather-2013-%02d.csv.gz");

    private final Path root;

    public YearFiles(Path root) {
        this.root = root;
    }

    public void require() {
        var lacking = names().map(name -> FOLDER + "/" + name)
                .filter(name -> !reason(name).isEmpty())
                .toList();
        if (!lacking.isEmpty()) {
            var first = lacking.get(0);
            var more = lacking.size() == 1 ? "" : ", and " + (lacking.size() - 1) + " more";
            throw new StackException(
                    Problem.DATA_MISSING,
                    first + " " + reason(first) + more + ".",
                    "the files that the year 2013 is loaded from",
                    "bring back what the repository holds: git checkout -- " + (lacking.size() == 1 ? first : FOLDER));
        }
    }

    private static Stream<String> names() {
        var months =
                MONTHLY.stream().flatMap(name -> IntStream.rangeClosed(1, 12).mapToObj(name::formatted));
        return Stream.concat(REFERENCE.stream(), months);
    }

    /** Empty for a file that is there. The container sees the folder alone, so a link must not lead out of it. */
    private String reason(String name) {
        var file = root.resolve(name);
        if (Files.isSymbolicLink(file)) {
            var aim = Links.aim(file);
            if (!Files.exists(file)) {
                return "is a link to " + aim + ", which is not there";
            }
            return Links.leadsOut(file) ? "is a link to " + aim + ", which the container does not see" : "";
        }
        return Files.isRegularFile(file) ? "" : "is not there";
    }
}
