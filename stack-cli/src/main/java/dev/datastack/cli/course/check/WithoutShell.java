package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import org.jspecify.annotations.Nullable;

/** A container of the image does its work where no shell can be started, by whatever name or script it would be called. */
@JsonTypeName("without-shell")
record WithoutShell(String name, @Nullable Recipe image, String text) implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        var run = lab.images().build(Recipe.orPlain(image)).runsWithoutShell();
        return Told.printed("where no shell can be started: ", run, text);
    }
}
