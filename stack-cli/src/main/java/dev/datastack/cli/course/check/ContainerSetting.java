package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabException;

/** A value of {@code docker inspect} of a service's container, such as a limit. */
@JsonTypeName("container-setting")
record ContainerSetting(String name, String service, String pointer, Wish wish) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var container = lab.project()
                .inspect(service)
                .orElseThrow(() -> LabException.saying("the service " + service + " has no container"));
        var found = wish.of(pointer, container);
        return new Finding(found.passed(), "docker inspect of " + service + ": " + found.observed(), found.expected());
    }
}
