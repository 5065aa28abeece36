package dev.datastack.cli.course;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks an exercise: for each check, shows what was observed and what was expected.",
        footer = {
            "",
            "It works on a copy with its own project name, and removes what it created. The exit code is 1 if a check fails.",
            "",
            "Examples:",
            "  ./stack course check               the exercise that you started last",
            "  ./stack course check 2.1",
            "  ./stack course check 2.1 --json    for scripts"
        })
public final class CourseCheckCommand implements Callable<Integer> {
    @Mixin
    private final CourseOptions options = new CourseOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "N", description = CourseOptions.WHICH)
    private @Nullable String asked;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    public CourseCheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var course = options.course(context);
        var exercise = course.exercise(asked);
        var folder = course.startedFolder(exercise);
        var report = options.checker(context).check(exercise, folder, listener(exercise));
        course.checked(exercise, report);
        if (json) {
            context.terminal()
                    .say(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } else {
            CourseOptions.text(context).afterCheck(report, course);
        }
        return report.passed() ? ExitCode.WELL : ExitCode.NO;
    }

    private Checker.Listener listener(Exercise exercise) {
        return json ? Checker.Listener.NONE : CourseOptions.text(context).live(exercise);
    }
}
