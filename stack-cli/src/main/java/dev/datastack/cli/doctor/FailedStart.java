package dev.datastack.cli.doctor;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.doctor.machine.Disk;
import dev.datastack.cli.terminal.StatusLine;

/** What the doctor finds after a start that failed: the same causes, evidence and cures as {@code stack doctor}. */
public record FailedStart(Context context) {
    /** Nothing is said where nothing is found; the message of the failure itself follows. */
    public void explain() {
        var terminal = context.terminal().toErr();
        var line = new StatusLine(terminal, "doctor");
        var findings = new Doctor(context, Disk::of).examine(line::now).findings();
        line.clear();
        if (!findings.isEmpty()) {
            terminal.say("What stack doctor finds:");
            new DoctorText(terminal).print(findings);
        }
    }
}
