package dev.datastack.acceptance.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a learner might do: the solution of an exercise with small changes, and the checks that should then fail. */
record DataAnswer(String exercise, String what, List<Edit> edits, List<String> failing) {
    /** Every occurrence in a file of the solution; the folder of the exercise is given by its name. */
    record Edit(String file, String find, String replace) {}

    static DataAnswer to(String exercise, String what) {
        return new DataAnswer(exercise, what, List.of(), List.of());
    }

    DataAnswer edit(String file, String find, String replace) {
        var all = new ArrayList<>(edits);
        all.add(new Edit(file, find, replace));
        return new DataAnswer(exercise, what, List.copyOf(all), failing);
    }

    DataAnswer fails(String... checks) {
        return new DataAnswer(exercise, what, edits, List.of(checks));
    }

    /** Writes it over the started exercise in a learner's folder, and returns where that is. */
    Path in(Path folder) throws IOException {
        var solution = solution();
        var work = folder.resolve("09-data").resolve(name(solution));
        for (var file : files(solution)) {
            Files.writeString(work.resolve(name(file)), Files.readString(file));
        }
        for (var edit : edits) {
            var path = work.resolve(edit.file());
            assertThat(path).content().contains(edit.find());
            Files.writeString(path, Files.readString(path).replace(edit.find(), edit.replace()));
        }
        return work;
    }

    private Path solution() throws IOException {
        var beginning = exercise.substring(exercise.indexOf('.') + 1) + "-";
        return files(Repository.root().resolve("docs/solutions/09-data")).stream()
                .filter(path -> name(path).startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String name(Path path) {
        return Objects.requireNonNull(path.getFileName()).toString();
    }
}
