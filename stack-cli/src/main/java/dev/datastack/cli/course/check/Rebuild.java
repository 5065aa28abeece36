package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Change;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** How many layers are new after a change, none where the image must not notice it; the others came from the cache. */
@JsonTypeName("rebuild")
record Rebuild(String name, @Nullable Recipe image, Change change, int newLayersAtMost) implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        var before = lab.images().build(Recipe.orPlain(image)).layers();
        var after = new ArrayList<>(
                lab.images().buildChanged(Recipe.orPlain(image), change).layers());
        int all = after.size();
        after.removeAll(before);
        return new Finding(
                after.size() <= newLayersAtMost && (newLayersAtMost == 0 || !after.isEmpty()),
                after.size() + " of " + all + " layers are new after a change of " + change.file(),
                expected());
    }

    private String expected() {
        return switch (newLayersAtMost) {
            case 0 -> "no new layer";
            case 1 -> "1 new layer";
            default -> "1 to " + newLayersAtMost + " new layers";
        };
    }
}
