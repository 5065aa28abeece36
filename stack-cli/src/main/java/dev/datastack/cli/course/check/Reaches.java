package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabException;
import dev.datastack.cli.course.lab.LabProject;

/** Whether one service can open a connection to a name and port, seen from its own network. */
@JsonTypeName("reaches")
record Reaches(String name, String from, String to, int port, boolean answers) implements ProjectCheck {
    private static final int PATIENCE = 10;
    /** With it docker run itself has failed, and nobody was asked. */
    private static final int NOT_RUN = 125;

    private static final String CONNECT = "exec 3<>\"/dev/tcp/$0/$1\"";

    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        if (!answers) {
            Running.orThrow(project, from);
            Running.orThrow(project, to);
        }
        // A server may still be starting; what must not answer is asked once, after its positive twin.
        boolean reached = Patience.until(lab, answers ? PATIENCE : 0, () -> connects(project), seen -> seen == answers);
        return new Finding(reached == answers, words(reached), words(answers));
    }

    private boolean connects(LabProject project) {
        var asked = project.beside(from, CONNECT, to, String.valueOf(port));
        if (!answers && asked.exitCode() == NOT_RUN) {
            throw LabException.saying("nobody could ask beside " + from + ": " + Told.briefly(asked));
        }
        return asked.well();
    }

    private String words(boolean reached) {
        return from + (reached ? " reaches " : " does not reach ") + to + ":" + port;
    }
}
