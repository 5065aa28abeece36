package dev.datastack.cli.course.drill;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.terminal.Table;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = "Breaks the running stack in one way; you find the fault and repair it.",
        footer = {
            "",
            "'stack course drill' lists the drills, 'stack course drill NAME' starts one, 'check' checks whether it is"
                    + " repaired, 'hint' helps, '--undo' restores the stack. The symptom of each drill:"
                    + " docs/drills/README.md",
            "",
            "Examples:",
            "  ./stack course drill                 lists the drills",
            "  ./stack course drill missing-page    starts one",
            "  ./stack course drill --undo"
        })
public final class CourseDrillCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The drill to start.")
    private @Nullable String name;

    @Option(names = "--undo", description = "End the current drill, and restore the stack.")
    private boolean undo;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Context context;

    public CourseDrillCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (undo) {
            return undo();
        }
        if (name == null) {
            return list();
        }
        return begin(Drills.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "There is no drill '" + name + "'; 'stack course drill' lists them.")));
    }

    private int begin(Drill drill) {
        context.engine().require();
        var runner = runner(context);
        runner.require(drill);
        if (!yes && !context.terminal().agrees("This breaks your running stack until you repair it. Continue?")) {
            throw new StackException(
                    Problem.CONSENT_NEEDED,
                    "a drill breaks the running stack. Nothing was changed.",
                    "to ask",
                    "confirm with './stack course drill " + drill.name() + " --yes'");
        }
        runner.begin(drill);
        context.terminal().say("Something is wrong with your stack now. Its users report:");
        context.terminal().say("");
        context.terminal().say("  " + drill.symptom());
        context.terminal().say("");
        context.terminal().say("Find the cause and repair it. Then run ./stack course drill check");
        context.terminal()
                .say("For a hint: ./stack course drill hint. To restore the stack: ./stack course drill --undo");
        return ExitCode.WELL;
    }

    private int undo() {
        context.engine().require();
        var drill = active(context);
        var unwell = runner(context).undo(drill);
        context.terminal().say("The drill " + drill.name() + " is over; every service was started as it was before.");
        unwell.ifPresent(sign -> context.terminal()
                .say("Not restored yet: " + sign.expected() + " (" + sign.seen() + "). Check again: ./stack status"));
        return ExitCode.WELL;
    }

    private int list() {
        var notes = DrillNotes.in(context.root());
        var table = new Table("DRILL", "STATE", "WHAT USERS REPORT");
        for (var drill : Drills.all()) {
            var on = notes.active().filter(drill::equals).isPresent();
            table.row(drill.name(), on ? "on" : notes.isDone(drill) ? "done" : "", drill.symptom());
        }
        table.lines().forEach(context.terminal()::say);
        return ExitCode.WELL;
    }

    /** For the stack of this clone, and no other. */
    static DrillRunner runner(Context context) {
        context.compose();
        return new DrillRunner(context.runner(), context.root(), context.time());
    }

    static Drill active(Context context) {
        return DrillNotes.in(context.root())
                .active()
                .orElseThrow(() -> new StackException(
                        Problem.NO_DRILL,
                        "none has been started, or the last one is over.",
                        "course/drill.json",
                        "'./stack course drill' lists them"));
    }
}
