package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabException;
import dev.datastack.cli.process.Finished;
import java.util.List;

/** What one service saves, another one brings back, after {@code docker compose down --volumes} and a new start. */
@JsonTypeName("restores")
record Restores(
        String name, String service, List<String> write, String backup, String restore, List<String> read, String text)
        implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        well("nothing could be written", project.exec(service, write));
        well("docker compose run " + backup, project.run(backup));
        project.downWithVolumes();
        project.up();
        var kept = project.exec(service, read);
        if (Told.isPrinted(kept, text)) {
            return new Finding(
                    false,
                    "after down --volumes it was there without a restore",
                    "the data is in a volume of the project");
        }
        well("docker compose run " + restore, project.run(restore));
        var found = project.exec(service, read);
        return Told.printed("after the restore: ", found, text);
    }

    private static void well(String what, Finished ended) {
        if (!ended.well()) {
            throw LabException.saying(what + ": " + Told.briefly(ended));
        }
    }
}
