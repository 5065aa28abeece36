package dev.datastack.cli.images.bases;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.settings.BuildSecrets;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bases",
        mixinStandardHelpOptions = true,
        description = "Gets each base image: uses the local one, or else pulls it, or else builds it (asks first).",
        footer = {
            "",
            "Examples:",
            "  ./stack images bases",
            "  ./stack images bases --yes    builds them without a question"
        })
public final class ImagesBasesCommand implements Callable<Integer> {
    @Option(
            names = {"-y", "--yes"},
            description = "Build stand-ins from Debian packages without asking.")
    private boolean yes;

    @Option(
            names = "--pull-timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for the first response of a registry (default: 60).")
    private long pullTimeout = Bases.ANSWER.toSeconds();

    private final Context context;

    public ImagesBasesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        new BuildSecrets(context.root(), context.settings(), context.terminal()).ensure();
        new Bases(context).ensure(yes, Duration.ofSeconds(pullTimeout));
        return ExitCode.WELL;
    }
}
