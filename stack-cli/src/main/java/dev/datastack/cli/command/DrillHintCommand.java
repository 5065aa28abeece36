package dev.datastack.cli.command;

import dev.datastack.cli.drill.DrillNotes;
import dev.datastack.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "hint",
        mixinStandardHelpOptions = true,
        description = "Says one thing more each time, from a nudge to nearly the answer.")
final class DrillHintCommand implements Callable<Integer> {
    private final Context context;

    DrillHintCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var drill = CourseDrillCommand.active(context);
        var notes = DrillNotes.in(context.root());
        if (notes.wasToldAll(drill)) {
            context.terminal()
                    .say("That was the last hint. The answer: docs/solutions/drills/" + drill.name()
                            + ".md, and './stack course drill --undo' ends the drill. Once more:");
        }
        context.terminal().say("Hint " + notes.nextHint(drill));
        return ExitCode.WELL;
    }
}
