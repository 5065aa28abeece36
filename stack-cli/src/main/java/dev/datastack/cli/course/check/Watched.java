package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Change;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabProject;
import dev.datastack.cli.process.Finished;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** While {@code docker compose watch} runs, a change of a file reaches the service. */
@JsonTypeName("watched")
record Watched(
        String name,
        String service,
        Change change,
        List<String> command,
        String text,
        int withinSeconds,
        @Nullable Boolean withoutRestart)
        implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        var before = start(project);
        var seen = lab.whileWatching(() -> lab.changed(
                change, () -> Patience.until(lab, withinSeconds, () -> project.exec(service, command), this::isMet)));
        var after = "while docker compose watch runs, after a change of " + change.file() + ": ";
        if (isMet(seen)
                && Boolean.TRUE.equals(withoutRestart)
                && !start(project).equals(before)) {
            return new Finding(false, after + "it was restarted", after + "it goes on, and prints '" + text + "'");
        }
        return Told.printed(after, seen, text);
    }

    private String start(LabProject project) {
        return project.document(service).at("/State/StartedAt").asString("");
    }

    private boolean isMet(Finished seen) {
        return Told.isPrinted(seen, text);
    }
}
