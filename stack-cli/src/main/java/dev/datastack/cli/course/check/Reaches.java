package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabProject;
import java.time.Duration;

/** Whether one service can open a connection to a name and port, seen from its own network. */
@JsonTypeName("reaches")
record Reaches(String name, String from, String to, int port, boolean answers) implements ProjectCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CONNECT = "exec 3<>\"/dev/tcp/$0/$1\"";

    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        // A server may still be starting; what must not answer is asked once, after its positive twin.
        var limit = answers ? PATIENCE : Duration.ZERO;
        boolean reached = lab.until(limit, () -> connects(project), seen -> seen == answers);
        return new Finding(reached == answers, words(reached), words(answers));
    }

    private boolean connects(LabProject project) {
        return project.beside(from, CONNECT, to, String.valueOf(port)).well();
    }

    private String words(boolean reached) {
        return from + (reached ? " reaches " : " does not reach ") + to + ":" + port;
    }
}
