package dev.datastack.cli.process;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.time.Duration;

/** A command that could not be started, did not end in time, or ended badly where nobody expected it. */
public final class CommandException extends StackException {
    private static final long serialVersionUID = 1L;

    private enum Kind {
        ABSENT,
        TOO_SLOW,
        FAILED
    }

    private final Kind kind;

    private CommandException(Kind kind, String what, Call call, String next) {
        super(Problem.COMMAND_FAILED, what, call.text(), next);
        this.kind = kind;
    }

    static CommandException absent(Call call, IOException cause) {
        var what = call.argv().get(0) + " cannot be started.";
        var absent = new CommandException(Kind.ABSENT, what, call, "install it, or put it on the PATH");
        absent.initCause(cause);
        return absent;
    }

    static CommandException tooSlow(Call call, Duration limit) {
        var what = "it did not finish within " + limit.toSeconds() + " s, so it was stopped.";
        return new CommandException(Kind.TOO_SLOW, what, call, "run that command by hand to see where it hangs");
    }

    static CommandException silent(Call call, Duration limit) {
        var what = "it did not respond within " + limit.toSeconds() + " s, so it was stopped.";
        return new CommandException(Kind.TOO_SLOW, what, call, "run that command by hand to see where it hangs");
    }

    static CommandException interrupted(Call call) {
        return new CommandException(Kind.TOO_SLOW, "it was interrupted.", call, "run it again");
    }

    static CommandException failed(Call call, int exitCode, String lastWords) {
        var what = "exit code " + exitCode + ": " + lastWords;
        return new CommandException(Kind.FAILED, what, call, "run that command by hand to see more");
    }

    public boolean isAbsent() {
        return kind == Kind.ABSENT;
    }
}
