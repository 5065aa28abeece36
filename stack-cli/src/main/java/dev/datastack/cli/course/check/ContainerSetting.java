package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabException;

/** A value of {@code docker inspect} of a service's container, such as a limit. */
@JsonTypeName("container-setting")
record ContainerSetting(String name, String service, String pointer, Wish wish) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        return wish.of(
                pointer,
                lab.project()
                        .inspect(service)
                        .orElseThrow(() -> LabException.saying("the service " + service + " has no container")));
    }
}
