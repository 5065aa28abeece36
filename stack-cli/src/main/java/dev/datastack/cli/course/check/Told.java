package dev.datastack.cli.course.check;

import dev.datastack.cli.docker.Finished;

/** What a command said, for a finding. */
final class Told {
    private static final int LONGEST = 160;

    private Told() {}

    static String by(Finished finished) {
        return finished.outText() + "\n" + finished.errText();
    }

    static String briefly(Finished finished) {
        var said = by(finished).strip();
        var last = said.substring(said.lastIndexOf('\n') + 1);
        var shown = last.length() > LONGEST ? last.substring(0, LONGEST) + "…" : last;
        return "exit code " + finished.exitCode() + (shown.isEmpty() ? ", and it prints nothing" : ": " + shown);
    }
}
