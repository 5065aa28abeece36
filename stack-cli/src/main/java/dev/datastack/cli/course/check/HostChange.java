package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Change;
import dev.datastack.cli.course.lab.Lab;
import java.util.List;

/** A change of a file on the host shows in the running container, without a build or a restart. */
@JsonTypeName("host-change")
record HostChange(String name, String service, Change change, List<String> command, String text)
        implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        var seen = lab.changed(change, () -> project.exec(service, command));
        return Told.printed("after a change of " + change.file() + ": ", seen, text);
    }
}
