package dev.datastack.cli.images.archive;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Loads a file written by 'images save'; after that, a start neither pulls nor builds.",
        footer = {
            "",
            "The whole file is checked first. Then STACK_PULL_POLICY=missing is written to .env: images are used as they"
                    + " are. Remove that line to build them from source again.",
            "",
            "Examples:",
            "  ./stack images load stack-images.tar.gz"
        })
public final class ImagesLoadCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    private final Context context;

    public ImagesLoadCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        new LoadImages(context.images(), context.docker(), context.settings(), context.terminal())
                .load(file.toAbsolutePath(), context.compose().model().project());
        context.terminal().say("next: ./stack up, or docker compose up -d --wait");
        return ExitCode.WELL;
    }
}
