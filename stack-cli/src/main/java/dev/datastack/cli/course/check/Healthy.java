package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabProject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The engine calls the service healthy, or whatever state is wished; with a command, after that ran in it. */
@JsonTypeName("health")
record Healthy(
        String name, String service, String is, @Nullable List<String> after, int withinSeconds)
        implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        var broken = Objects.requireNonNullElse(after, List.<String>of());
        if (!broken.isEmpty()) {
            project.exec(service, broken);
        }
        var seen = lab.until(Duration.ofSeconds(withinSeconds), () -> state(project), is::equals);
        return new Finding(
                seen.equals(is), service + " is " + seen, service + " is " + is + " within " + withinSeconds + " s");
    }

    private String state(LabProject project) {
        return project.inspect(service).map(Healthy::state).orElse("absent");
    }

    private static String state(JsonNode container) {
        var state = container.path("State");
        var health = state.path("Health").path("Status").asString("");
        return health.isEmpty() ? state.path("Status").asString("") + ", without a health check" : health;
    }
}
