package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;

/** A value of {@code docker inspect} of a service's container, such as a limit. */
@JsonTypeName("container-setting")
record ContainerSetting(String name, String service, String pointer, Wish wish) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var found = wish.of(pointer, lab.project().document(service));
        return new Finding(found.passed(), "docker inspect of " + service + ": " + found.observed(), found.expected());
    }
}
