package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Change;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How many layers are new after a change, none where the image must not notice it; the others came from the cache. And how
 * much is in the new ones: one layer that holds all is new as a whole.
 */
@JsonTypeName("rebuild")
record Rebuild(
        String name,
        @Nullable Recipe image,
        Change change,
        int newLayersAtMost,
        @Nullable Double newMbAtMost) implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        var before = lab.images().build(Recipe.orPlain(image)).layers();
        lab.nextSecond();
        var changed = lab.images().buildChanged(Recipe.orPlain(image), change);
        var after = new ArrayList<>(changed.layers());
        int all = after.size();
        after.removeAll(before);
        boolean few = after.size() <= newLayersAtMost && (newLayersAtMost == 0 || !after.isEmpty());
        var limit = few ? newMbAtMost : null;
        double size = limit == null ? 0 : changed.sizeWithout(before) / 1_000_000.0;
        return new Finding(
                few && (limit == null || size <= limit),
                after.size() + " of " + all + " layers are new after a change of " + change.file()
                        + (limit == null ? "" : ", with " + Size.megabytes(size)),
                expected() + (newMbAtMost == null ? "" : ", with " + Size.megabytes(newMbAtMost) + " at most"));
    }

    private String expected() {
        return switch (newLayersAtMost) {
            case 0 -> "no new layer";
            case 1 -> "1 new layer";
            default -> "1 to " + newLayersAtMost + " new layers";
        };
    }
}
