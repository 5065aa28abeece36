package dev.datastack.cli.course;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists all exercises and your progress.",
        footer = {"", "Examples:", "  ./stack course list"})
public final class CourseListCommand implements Callable<Integer> {
    @Mixin
    private final CourseOptions options = new CourseOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    public CourseListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var course = options.course(context);
        if (json) {
            context.terminal()
                    .say(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(course.standings()));
            return ExitCode.WELL;
        }
        var text = CourseOptions.text(context);
        text.list(course.standings());
        course.next().ifPresent(text::next);
        return ExitCode.WELL;
    }
}
