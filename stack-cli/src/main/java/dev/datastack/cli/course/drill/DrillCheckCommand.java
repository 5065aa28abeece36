package dev.datastack.cli.course.drill;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.terminal.Style;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks whether the current drill is repaired.",
        footer = {
            "",
            "The exit code is 0 if it is repaired, or else 1.",
            "",
            "Examples:",
            "  ./stack course drill check"
        })
public final class DrillCheckCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    public DrillCheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var drill = CourseDrillCommand.active(context);
        var runner = CourseDrillCommand.runner(context);
        var signs = runner.look(drill);
        var repaired = signs.stream().allMatch(Sign::well);
        if (json) {
            context.terminal()
                    .say(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(signs));
        } else {
            print(drill, signs, repaired);
        }
        if (repaired) {
            runner.finish(drill);
        }
        return repaired ? ExitCode.WELL : ExitCode.NO;
    }

    private void print(Drill drill, List<Sign> signs, boolean repaired) {
        for (var sign : signs) {
            var word = context.terminal().paint(sign.well() ? Style.GOOD : Style.BAD, sign.well() ? "yes" : "no ");
            context.terminal().say(word + "  " + sign.expected() + ": " + sign.seen());
        }
        context.terminal()
                .say(
                        repaired
                                ? "Repaired. The cause, and other ways to find it: docs/solutions/drills/"
                                        + drill.name() + ".md"
                                : "Not yet. Help: ./stack course drill hint");
    }
}
