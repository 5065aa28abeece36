package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import org.jspecify.annotations.Nullable;

/** The image can be built. */
@JsonTypeName("builds")
record Builds(String name, @Nullable Recipe image) implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        lab.images().build(Recipe.orPlain(image));
        return new Finding(true, "docker build ended with exit code 0", "docker build ends with exit code 0");
    }
}
