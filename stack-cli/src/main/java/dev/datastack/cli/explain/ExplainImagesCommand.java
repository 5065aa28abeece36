package dev.datastack.cli.explain;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.images.bases.BaseImage;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.terminal.StatusLine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "images",
        mixinStandardHelpOptions = true,
        description = "Shows the layers of each image, which images share them, and what the build stages left behind.",
        footer = {
            "",
            "A size is the sum of the files in the layers, in powers of a thousand, and the same on every engine; all layers"
                    + " are read for it. What build stages wrote comes from the build cache, which counts the room on the"
                    + " engine's disk, and is unknown once that was pruned. How to read the numbers:"
                    + " docs/architecture/images.md",
            "The exit code is 1 when an image is not built.",
            "",
            "Examples:",
            "  ./stack explain images",
            "  ./stack explain images --json    for scripts"
        })
public final class ExplainImagesCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--twins",
            description = "Build the naive twins of docker/naive first, to compare with; the first time takes minutes.")
    private boolean twins;

    private final Context context;

    public ExplainImagesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var store = context.images();
        var recipes = context.compose().recipes();
        if (twins) {
            new Twins(store, context.root(), context.settings(), context.terminal()).build(recipes);
        }
        var prefix = context.settings().basePrefix();
        var bases = BaseImage.all(context.settings()).stream()
                .map(base -> prefix + base.name())
                .toList();
        var status = new StatusLine(context.terminal(), "layers");
        status.now("reading them out of the engine, which takes some seconds");
        var set = new ImageReader(store, bases).read(recipes);
        status.clear();
        if (json) {
            context.terminal()
                    .say(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(set));
        } else {
            new ImagesText(context.terminal()).print(set);
        }
        return set.missing().isEmpty() ? ExitCode.WELL : ExitCode.NO;
    }
}
