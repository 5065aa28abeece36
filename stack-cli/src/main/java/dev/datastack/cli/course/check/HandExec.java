package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabContainer;
import java.util.List;

/** What a command prints in the container. */
@JsonTypeName("own-exec")
record HandExec(String name, String container, List<String> command, String text) implements HandCheck {
    @Override
    public Finding look(Lab lab) {
        var ended = LabContainer.named(lab, container).runs(command);
        var where = Told.command(command) + " in " + container + ": ";
        return Told.printed(where, ended, text);
    }
}
