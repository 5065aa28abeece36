package dev.datastack.cli.images.archive;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.docker.BuildRecipe;
import dev.datastack.cli.images.archive.SaveImages.Wanted;
import dev.datastack.cli.images.bases.BaseImage;
import dev.datastack.cli.problem.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "save",
        mixinStandardHelpOptions = true,
        description = "Saves all images and base images to one file, for machines without a network.",
        footer = {
            "",
            "On the other machine, load it with './stack images load FILE' or 'docker load --input FILE'. Copy the clone with its"
                    + " jars (stack-cli/target/stack.jar) as well, so that nothing has to be built there.",
            "",
            "Examples:",
            "  ./stack images save stack-images.tar.gz"
        })
public final class ImagesSaveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Default: ${DEFAULT-VALUE}.")
    private Path file = Path.of("stack-images.tar.gz");

    @Option(names = "--force", description = "Overwrite an existing file.")
    private boolean force;

    @Option(
            names = "--without-bases",
            description = "Omit the base images: the stack starts without them, but images cannot be rebuilt.")
    private boolean withoutBases;

    private final Context context;

    public ImagesSaveCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var compose = context.compose();
        var images = compose.recipes().stream().map(BuildRecipe::image).toList();
        var prefix = context.settings().basePrefix();
        List<String> bases = withoutBases
                ? List.of()
                : BaseImage.all(context.settings()).stream()
                        .map(base -> prefix + base.name())
                        .toList();
        var wanted = new Wanted(compose.model().project(), images, prefix, bases);
        new SaveImages(context.docker(), context.images(), context.terminal())
                .save(wanted, file.toAbsolutePath(), force);
        return ExitCode.WELL;
    }
}
