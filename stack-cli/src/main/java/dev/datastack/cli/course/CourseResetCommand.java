package dev.datastack.cli.course;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Restarts an exercise; your files are moved to a backup (asks first).",
        footer = {"", "Examples:", "  ./stack course reset 2.1"})
public final class CourseResetCommand implements Callable<Integer> {
    @Mixin
    private final CourseOptions options = new CourseOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "N", description = CourseOptions.WHICH)
    private @Nullable String asked;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    private final Context context;

    public CourseResetCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var course = options.course(context);
        var exercise = course.exercise(asked);
        var text = CourseOptions.text(context);
        var folder = text.shown(course.startedFolder(exercise));
        if (!yes && !context.terminal().agrees("Move " + folder + " to a backup and copy the starter again?")) {
            throw new StackException(
                    Problem.CONSENT_NEEDED,
                    "your files in " + folder + " were not touched.",
                    "asking on the terminal",
                    "./stack course reset " + exercise.number() + " --yes");
        }
        context.terminal()
                .say("Your files are in " + text.shown(course.reset(exercise)) + "; the starter is in " + folder);
        return ExitCode.WELL;
    }
}
