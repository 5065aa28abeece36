package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text is in no layer, hidden ones included, and not in the image's configuration or history; or no layer has a file with
 * such a path, wherever it lies.
 */
@JsonTypeName("nowhere-in-image")
record NowhereInImage(
        String name,
        @Nullable Recipe image,
        @Nullable String text,
        @Nullable List<String> paths) implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        var saved = lab.images().build(Recipe.orPlain(image)).save();
        var place = text == null ? saved.whereIsPath(ends()) : saved.whereIs(text);
        return new Finding(
                place.isEmpty(),
                words() + place.map(found -> " is in " + found).orElse(" is nowhere in the image"),
                words() + " nowhere in the image");
    }

    private List<String> ends() {
        return Objects.requireNonNullElse(paths, List.of());
    }

    private String words() {
        return text == null ? "a file " + String.join(" or ", ends()) : "'" + text + "'";
    }
}
