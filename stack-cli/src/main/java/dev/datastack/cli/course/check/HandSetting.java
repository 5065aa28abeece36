package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabContainer;

/** A value of {@code docker inspect} of the container, such as its state. */
@JsonTypeName("own-setting")
record HandSetting(String name, String container, String pointer, Wish wish) implements HandCheck {
    @Override
    public Finding look(Lab lab) {
        var found = wish.of(pointer, LabContainer.named(lab, container).document());
        return new Finding(found.passed(), "docker inspect " + container + ": " + found.observed(), found.expected());
    }
}
