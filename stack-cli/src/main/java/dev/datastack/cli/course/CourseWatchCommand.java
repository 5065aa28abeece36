package dev.datastack.cli.course;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.context.SingleKeys;
import dev.datastack.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Checks after every save; h shows a hint, n goes to the next exercise, l lists, q quits.",
        footer = {
            "",
            "Without a terminal, it reads the keys from standard input.",
            "",
            "Examples:",
            "  ./stack course watch        the exercise that you started last",
            "  ./stack course watch 2.1"
        })
public final class CourseWatchCommand implements Callable<Integer> {
    @Mixin
    private final CourseOptions options = new CourseOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "N", description = CourseOptions.WHICH)
    private @Nullable String asked;

    private final Context context;

    public CourseWatchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var course = options.course(context);
        var exercise = course.exercise(asked);
        course.startedFolder(exercise);
        var watch = new Watch(
                course, options.checker(context), CourseOptions.text(context), context.terminal(), context.time());
        try (var keys = SingleKeys.of(context)) {
            keys.explain();
            return watch.run(exercise) ? ExitCode.WELL : ExitCode.NO;
        }
    }
}
