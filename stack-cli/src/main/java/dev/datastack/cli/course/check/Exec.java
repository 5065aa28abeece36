package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.docker.Finished;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A command in a service's container succeeds, or fails, and prints something. */
@JsonTypeName("exec")
record Exec(
        String name,
        String service,
        List<String> command,
        boolean succeeds,
        @Nullable String text,
        int withinSeconds) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        var ended = lab.until(Duration.ofSeconds(withinSeconds), () -> project.exec(service, command), this::isMet);
        return new Finding(isMet(ended), told(Told.briefly(ended)), told(expected()));
    }

    private boolean isMet(Finished finished) {
        return finished.well() == succeeds && Told.by(finished).contains(wanted());
    }

    private String wanted() {
        return Objects.requireNonNullElse(text, "");
    }

    private String expected() {
        var code = succeeds ? "exit code 0" : "an exit code other than 0";
        return wanted().isEmpty() ? code : code + ", and it prints '" + wanted() + "'";
    }

    private String told(String ending) {
        return Told.command(command) + " in " + service + ": " + ending;
    }
}
