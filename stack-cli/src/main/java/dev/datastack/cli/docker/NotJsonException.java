package dev.datastack.cli.docker;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import tools.jackson.core.JacksonException;

/** What docker printed is something else than what it was asked for, such as a warning of a program in its place. */
public final class NotJsonException extends StackException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 60;

    NotJsonException(String printed, JacksonException cause) {
        super(
                Problem.COMMAND_FAILED,
                "docker printed something that is not JSON: " + firstWords(printed),
                "docker with --format json",
                "see what 'docker version --format json' prints; 'type docker' tells which program that is");
        initCause(cause);
    }

    private static String firstWords(String printed) {
        var line = printed.strip().lines().findFirst().orElse("");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
