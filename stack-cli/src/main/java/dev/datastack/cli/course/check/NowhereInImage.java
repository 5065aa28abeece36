package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import org.jspecify.annotations.Nullable;

/** A text is in no layer, hidden ones included, and not in the image's configuration or history. */
@JsonTypeName("nowhere-in-image")
record NowhereInImage(String name, @Nullable Recipe image, String text) implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        var place = lab.images().build(Recipe.orPlain(image)).save().whereIs(text);
        return new Finding(
                place.isEmpty(),
                place.map(found -> "'" + text + "' is in " + found).orElse("'" + text + "' is nowhere in the image"),
                "'" + text + "' in no layer and not in the configuration");
    }
}
