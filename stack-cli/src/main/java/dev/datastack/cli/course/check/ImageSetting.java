package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import org.jspecify.annotations.Nullable;

/** A value of {@code docker image inspect}, such as the user or a label. */
@JsonTypeName("image-setting")
record ImageSetting(String name, @Nullable Recipe image, String pointer, Wish wish) implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        return wish.of(pointer, lab.images().build(Recipe.orPlain(image)).inspect());
    }
}
