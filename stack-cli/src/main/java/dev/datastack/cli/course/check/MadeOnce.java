package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Change;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabException;
import dev.datastack.cli.course.lab.LabImage;
import dev.datastack.cli.course.lab.Recipe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change leaves a slow step of the build alone. First {@code maker} changes what the step makes, so that it comes out
 * different each time, and the image prints it. After the change the image begins with the same words, or the step ran again.
 */
@JsonTypeName("made-once")
record MadeOnce(String name, @Nullable Recipe image, Change maker, Change change) implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        var recipe = Recipe.orPlain(image);
        var before = printed(lab.images().buildChanged(recipe, maker));
        var after = lab.changed(maker, () -> printed(lab.images().buildChanged(recipe, change)));
        return new Finding(
                after.startsWith(before),
                words(after.startsWith(before) ? "did not run" : "ran"),
                words("does not run"));
    }

    private static String printed(LabImage image) {
        var run = image.runs(List.of(), List.of());
        if (!run.well()) {
            throw LabException.saying(Told.briefly(run));
        }
        return run.outText();
    }

    private String words(String ran) {
        return "the step with " + maker.file() + " " + ran + " again after a change of " + change.file();
    }
}
