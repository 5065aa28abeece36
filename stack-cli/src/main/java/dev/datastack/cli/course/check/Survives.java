package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabException;
import dev.datastack.cli.course.lab.LabProject;
import dev.datastack.cli.process.Finished;
import java.time.Duration;
import java.util.List;

/** What is written before {@code docker compose down} is there after the next {@code up}. */
@JsonTypeName("survives")
record Survives(String name, String service, List<String> write, List<String> read, String text, int withinSeconds)
        implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        var written = patiently(lab, project, write);
        if (!written.well()) {
            throw LabException.saying("nothing could be written: " + Told.briefly(written));
        }
        project.down();
        project.up();
        var found = patiently(lab, project, read);
        return Told.printed("after down and up: ", found, text);
    }

    /** A server needs its time until it answers, on a busy machine much of it; one that has ended will not answer. */
    private Finished patiently(Lab lab, LabProject project, List<String> command) {
        return lab.until(
                Duration.ofSeconds(withinSeconds),
                () -> project.exec(service, command),
                ended -> ended.well()
                        || project.container(service).filter(Running::isOver).isPresent());
    }
}
