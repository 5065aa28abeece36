package dev.datastack.cli.course;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "For authors: verifies that every exercise fails as shipped and passes with its solution.",
        footer = {
            "",
            "Topic 9 needs the running stack: docker compose up -d --wait",
            "The exit code is 1 if one does not, if a hint is empty, or if a file does not belong to any exercise.",
            "",
            "Examples:",
            "  ./stack course verify"
        })
public final class CourseVerifyCommand implements Callable<Integer> {
    @Mixin
    private final CourseOptions options = new CourseOptions();

    @Parameters(arity = "0..*", paramLabel = "N", description = "Numbers or topics; the default is all.")
    private List<String> asked = List.of();

    @Option(names = "--jobs", defaultValue = "2", description = "How many run at a time (default: ${DEFAULT-VALUE}).")
    private int jobs;

    private final Context context;

    public CourseVerifyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var manifest = options.course(context).manifest();
        var faults = Layout.faults(manifest, context.root());
        faults.forEach(fault -> context.terminal().warn("fault: " + fault));
        var text = CourseOptions.text(context);
        var verification = new Verification(options.checker(context), context.root(), jobs);
        boolean proven = verification.prove(chosen(manifest), text::proof);
        return proven && faults.isEmpty() ? ExitCode.WELL : ExitCode.NO;
    }

    private List<Exercise> chosen(Manifest manifest) {
        return manifest.exercises().stream()
                .filter(exercise -> asked.isEmpty()
                        || asked.stream()
                                .anyMatch(word -> exercise.number().equals(word)
                                        || exercise.number().startsWith(word + ".")))
                .toList();
    }
}
