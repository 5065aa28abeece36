package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Change;
import dev.datastack.cli.course.lab.Folders;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the engine receives as the context of the build: how much, with which files and without which; with a change, after
 * it.
 */
@JsonTypeName("context")
record Context(
        String name,
        @Nullable Recipe image,
        @Nullable Change change,
        double atMostMb,
        @Nullable List<String> holds,
        @Nullable List<String> lacks)
        implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        return change == null ? received(lab) : lab.changed(change, () -> received(lab));
    }

    private Finding received(Lab lab) {
        var received = lab.images().context(Recipe.orPlain(image));
        var files = Folders.files(received);
        double size = files.stream()
                        .mapToLong(file -> received.resolve(file).toFile().length())
                        .sum()
                / 1_000_000.0;
        var names =
                files.stream().map(file -> file.toString().replace('\\', '/')).toList();
        var missing =
                wanted(holds).stream().filter(file -> !names.contains(file)).toList();
        var tooMuch = wanted(lacks).stream().filter(names::contains).toList();
        return new Finding(
                size <= atMostMb && missing.isEmpty() && tooMuch.isEmpty(),
                Size.megabytes(size) + words(", with ", tooMuch) + words(", without ", missing),
                Size.megabytes(atMostMb) + " at most" + words(", with ", wanted(holds))
                        + words(", without ", wanted(lacks)));
    }

    private static List<String> wanted(@Nullable List<String> files) {
        return Objects.requireNonNullElse(files, List.of());
    }

    private static String words(String introduction, List<String> files) {
        return files.isEmpty() ? "" : introduction + String.join(", ", files);
    }
}
