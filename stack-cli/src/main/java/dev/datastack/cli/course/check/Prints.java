package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Change;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A container of the image prints something and ends well; with a change, after it. */
@JsonTypeName("prints")
record Prints(
        String name,
        @Nullable Recipe image,
        @Nullable Change change,
        @Nullable List<String> options,
        @Nullable List<String> command,
        String text)
        implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        var built = change == null
                ? lab.images().build(Recipe.orPlain(image))
                : lab.images().buildChanged(Recipe.orPlain(image), change);
        var run = built.runs(
                Objects.requireNonNullElse(options, List.of()), Objects.requireNonNullElse(command, List.of()));
        return Told.printed("", run, text);
    }
}
