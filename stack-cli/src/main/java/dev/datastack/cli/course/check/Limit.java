package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;

/** How much a service may take at most, however the file says it: the engine has each limit under more than one name. */
@JsonTypeName("limit")
record Limit(String name, String service, Resource of, double atMost) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var host = lab.project().document(service).path("HostConfig");
        var limit = of.limit(host);
        return new Finding(
                limit.isPresent() && limit.getAsDouble() <= atMost,
                limit.isPresent() ? words(limit.getAsDouble()) : service + " has no limit of " + of.plural(),
                words(atMost) + " at most");
    }

    private String words(double much) {
        return service + " may take " + of.words(much);
    }
}
