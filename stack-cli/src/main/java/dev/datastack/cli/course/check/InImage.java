package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import org.jspecify.annotations.Nullable;

/** A file or folder is, or is not, in the file system that a container of the image sees. */
@JsonTypeName("in-image")
record InImage(String name, @Nullable Recipe image, String path, boolean present) implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        boolean held = lab.images().build(Recipe.orPlain(image)).holds(path);
        return new Finding(held == present, words(held), words(present));
    }

    private String words(boolean there) {
        return there ? path + " is in the image" : path + " is not in the image";
    }
}
