package dev.datastack.cli.course;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Copies an exercise to your work folder; never overwrites.",
        footer = {"", "Examples:", "  ./stack course start        the next one", "  ./stack course start 2.1"})
public final class CourseStartCommand implements Callable<Integer> {
    @Mixin
    private final CourseOptions options = new CourseOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "N",
            description = "A number (1.2), a topic (1), or a name; the default is the next one.")
    private @Nullable String asked;

    private final Context context;

    public CourseStartCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var course = options.course(context);
        var exercise = exercise(course);
        boolean copied = course.start(exercise);
        CourseOptions.text(context).started(exercise, course.folder(exercise), copied);
        return ExitCode.WELL;
    }

    private Exercise exercise(Course course) {
        var next = asked == null ? course.next() : java.util.Optional.<Exercise>empty();
        return next.orElseGet(() -> course.exercise(asked));
    }
}
