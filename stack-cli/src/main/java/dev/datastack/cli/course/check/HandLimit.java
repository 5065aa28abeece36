package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabContainer;

/** How much the container may take at most, whichever option says it. */
@JsonTypeName("own-limit")
record HandLimit(String name, String container, Resource of, double atMost) implements HandCheck {
    @Override
    public Finding look(Lab lab) {
        return of.judged(container, LabContainer.named(lab, container).document(), atMost);
    }
}
