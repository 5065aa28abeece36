package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import org.jspecify.annotations.Nullable;

/** How many layers the image adds to its base. */
@JsonTypeName("layers")
record Layers(String name, @Nullable Recipe image, String base, int atMost) implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        var expected = atMost + " layers at most on top of " + base;
        return lab.images()
                .build(Recipe.orPlain(image))
                .layersAbove(lab.images().base(base))
                .map(layers ->
                        new Finding(layers.size() <= atMost, layers.size() + " layers on top of " + base, expected))
                .orElse(new Finding(false, "the image is not built on " + base, expected));
    }
}
