package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Change;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import org.jspecify.annotations.Nullable;

/** The build stops after a change that must stop it, such as a bug that the build's tests find. */
@JsonTypeName("build-fails")
record BuildFails(String name, @Nullable Recipe image, Change change) implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        // Without it a Dockerfile that can never be built would pass.
        lab.images().build(Recipe.orPlain(image));
        var build = lab.images().tryChanged(Recipe.orPlain(image), change);
        return new Finding(
                !build.well(),
                "docker build ended with exit code " + build.exitCode() + " after a change of " + change.file(),
                "docker build fails after a change of " + change.file() + " that breaks it");
    }
}
