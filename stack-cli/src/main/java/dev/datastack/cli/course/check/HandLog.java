package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabContainer;

/** The container has written a line with the text. */
@JsonTypeName("own-log")
record HandLog(String name, String container, String text) implements HandCheck {
    @Override
    public Finding look(Lab lab) {
        long lines = LabContainer.named(lab, container).logged(text);
        return new Finding(
                lines > 0,
                "docker logs " + container + ": " + lines + " lines with '" + text + "'",
                "a line with '" + text + "'");
    }
}
