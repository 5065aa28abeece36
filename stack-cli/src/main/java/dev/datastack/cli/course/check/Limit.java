package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;

/** How much a service may take at most, however the file says it: the engine has each limit under more than one name. */
@JsonTypeName("limit")
record Limit(String name, String service, Resource of, double atMost) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        return of.judged(service, lab.project().document(service), atMost);
    }
}
