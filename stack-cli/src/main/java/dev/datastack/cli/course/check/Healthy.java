package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The engine calls the service healthy, or whatever state is wished; with a command, after that ran in it. */
@JsonTypeName("health")
record Healthy(
        String name, String service, String is, @Nullable List<String> after, int withinSeconds)
        implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        var command = Objects.requireNonNullElse(after, List.<String>of());
        if (!command.isEmpty()) {
            project.exec(service, command);
        }
        var before = Health.of(project, service);
        var seen = lab.until(
                Duration.ofSeconds(withinSeconds), () -> Health.of(project, service), now -> isDecided(now, before));
        boolean passed = seen.state().equals(is);
        return new Finding(
                passed,
                service + " is " + (passed ? is : seen.words()),
                service + " is " + is + " within " + withinSeconds + " s");
    }

    /** A test that says yes to what the command has broken will not say no a second later, so the rest is not waited for. */
    private boolean isDecided(Health now, Health before) {
        return now.state().equals(is) || (after != null && !is.equals(Health.HEALTHY) && now.succeededSince(before));
    }
}
