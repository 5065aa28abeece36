package dev.datastack.cli.course;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "solution",
        mixinStandardHelpOptions = true,
        description = "Shows the solution of an exercise that has passed: the files that differ from the starter.",
        footer = {"", "Examples:", "  ./stack course solution 2.1"})
public final class CourseSolutionCommand implements Callable<Integer> {
    @Mixin
    private final CourseOptions options = new CourseOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "N", description = CourseOptions.WHICH)
    private @Nullable String asked;

    private final Context context;

    public CourseSolutionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var course = options.course(context);
        var exercise = course.exercise(asked);
        CourseOptions.text(context)
                .solution(course.solution(exercise), course.starter(exercise), course.folder(exercise));
        return ExitCode.WELL;
    }
}
