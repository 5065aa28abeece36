package dev.datastack.cli.course.grade;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.sandbox.SandboxHost;
import dev.datastack.cli.terminal.StatusLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description = "Grades a project against the capstone's five deliverables.",
        footer = {
            "",
            "It copies the project, builds it, starts it with its own name and ports, inspects it, and removes everything."
                    + " The folder itself and running containers are not changed. The rules: docs/capstone/rules.md",
            "A file capstone.properties in the project can assign services: pgadmin=admin-pages",
            "The exit code is 0 if the project passes, or else 1.",
            "",
            "Examples:",
            "  ./stack course grade capstone",
            "  ./stack course grade capstone --json > grade.json"
        })
public final class CourseGradeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write a JUnit XML report as well.")
    private @Nullable Path junit;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "Append the grade as Markdown, such as to $GITHUB_STEP_SUMMARY.")
    private @Nullable Path markdown;

    @Option(
            names = "--pass-mark",
            paramLabel = "POINTS",
            description = "How many of the 100 points are needed to pass (default: 100).")
    private int passMark = 100;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long the project may take to become healthy (default: 600).")
    private int timeout = 600;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Context context;

    public CourseGradeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var project = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(project)) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + project);
        }
        context.engine().require();
        var grade = grade(project);
        if (json) {
            context.terminal().say(GradeJson.of(grade));
        } else {
            new GradeText(context.terminal()).print(grade);
        }
        if (junit != null) {
            JunitReport.write(grade, junit);
        }
        if (markdown != null) {
            GradeMarkdown.append(grade, markdown);
        }
        return grade.passed() ? ExitCode.WELL : ExitCode.NO;
    }

    private Grade grade(Path project) {
        var status = new StatusLine(context.terminal(), "grade");
        var grader = new Grader(SandboxHost.of(context), json ? step -> {} : status::now, Duration.ofSeconds(timeout));
        var grade = grader.grade(project, passMark);
        if (!json) {
            status.clear();
        }
        return grade;
    }
}
