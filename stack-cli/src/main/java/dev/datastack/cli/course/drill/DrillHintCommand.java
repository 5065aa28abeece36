package dev.datastack.cli.course.drill;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "hint",
        mixinStandardHelpOptions = true,
        description = "Shows one more hint each time, from a first pointer to almost the solution.",
        footer = {"", "Examples:", "  ./stack course drill hint"})
public final class DrillHintCommand implements Callable<Integer> {
    private final Context context;

    public DrillHintCommand(Context context) {
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
