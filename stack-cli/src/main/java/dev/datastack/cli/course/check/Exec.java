package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.process.Finished;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A command in a service's container succeeds, or fails (with this exit code, where one is named), and prints something. */
@JsonTypeName("exec")
record Exec(
        String name,
        String service,
        List<String> command,
        boolean succeeds,
        @Nullable Integer exitCode,
        @Nullable String text,
        int withinSeconds)
        implements ProjectCheck {
    /** From here to 127 the command was not even run: it was not found, or could not be started. */
    private static final int NOT_RUN = 125;

    private static final int LAST_NOT_RUN = 127;

    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        if (!succeeds) {
            // In a container that does not run everything fails.
            Running.orThrow(project, service);
        }
        var ended = Patience.until(lab, withinSeconds, () -> project.exec(service, command), this::isMet);
        return new Finding(isMet(ended), told(Told.briefly(ended)), told(expected()));
    }

    private boolean isMet(Finished finished) {
        return (succeeds ? finished.well() : fails(finished.exitCode()))
                && Told.by(finished).contains(wanted());
    }

    private boolean fails(int code) {
        return exitCode == null ? code != 0 && (code < NOT_RUN || code > LAST_NOT_RUN) : code == exitCode;
    }

    private String wanted() {
        return Objects.requireNonNullElse(text, "");
    }

    private String expected() {
        var code = succeeds ? "exit code 0" : exitCode == null ? "an exit code other than 0" : "exit code " + exitCode;
        return wanted().isEmpty() ? code : code + ", and it prints '" + wanted() + "'";
    }

    private String told(String ending) {
        return Told.command(command) + " in " + service + ": " + ending;
    }
}
