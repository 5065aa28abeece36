package dev.datastack.cli.course;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "hint",
        mixinStandardHelpOptions = true,
        description = "Shows the next hint; --again repeats those that you have seen.",
        footer = {
            "",
            "Examples:",
            "  ./stack course hint                of the exercise that you started last",
            "  ./stack course hint 2.1 --again"
        })
public final class CourseHintCommand implements Callable<Integer> {
    @Mixin
    private final CourseOptions options = new CourseOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "N", description = CourseOptions.WHICH)
    private @Nullable String asked;

    @Option(names = "--again", description = "Show the hints that you have seen, without a new one.")
    private boolean again;

    private final Context context;

    public CourseHintCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var course = options.course(context);
        var exercise = course.exercise(asked);
        course.startedFolder(exercise);
        var seen = course.hints(exercise, !again);
        if (again) {
            seen.forEach(hint -> context.terminal().say("- " + hint));
        } else {
            CourseOptions.text(context).hints(exercise, seen);
        }
        return ExitCode.WELL;
    }
}
