package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Change;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import dev.datastack.cli.sandbox.ProjectFiles;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the engine receives as the context of the build: how much, with which files and without which; with a change, after
 * it. New files that the check makes must stay out.
 */
@JsonTypeName("context")
record BuildContext(
        String name,
        @Nullable Recipe image,
        @Nullable Change change,
        double atMostMb,
        @Nullable List<String> makes,
        @Nullable List<String> holds,
        @Nullable List<String> lacks)
        implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        return change == null ? withNew(lab, wanted(makes)) : lab.changed(change, () -> withNew(lab, wanted(makes)));
    }

    private Finding withNew(Lab lab, List<String> files) {
        if (files.isEmpty()) {
            return received(lab);
        }
        var made = new Change(files.get(0), null, null, null, "Made by the check.\n");
        return lab.changed(made, () -> withNew(lab, files.subList(1, files.size())));
    }

    private Finding received(Lab lab) {
        var received = new ProjectFiles(lab.images().context(Recipe.orPlain(image)));
        var files = received.all();
        double size = files.stream().mapToLong(received::size).sum() / 1_000_000.0;
        var names =
                files.stream().map(file -> file.toString().replace('\\', '/')).toList();
        var missing =
                wanted(holds).stream().filter(file -> !names.contains(file)).toList();
        var tooMuch = lacking().stream().filter(names::contains).toList();
        return new Finding(
                size <= atMostMb && missing.isEmpty() && tooMuch.isEmpty(),
                Size.megabytes(size) + words(", with ", tooMuch) + words(", without ", missing),
                Size.megabytes(atMostMb) + " at most" + words(", with ", wanted(holds))
                        + words(", without ", lacking()));
    }

    /** A file that the check makes is one that must stay out. */
    private List<String> lacking() {
        return Stream.concat(wanted(lacks).stream(), wanted(makes).stream()).toList();
    }

    private static List<String> wanted(@Nullable List<String> files) {
        return Objects.requireNonNullElse(files, List.of());
    }

    private static String words(String introduction, List<String> files) {
        return files.isEmpty() ? "" : introduction + String.join(", ", files);
    }
}
