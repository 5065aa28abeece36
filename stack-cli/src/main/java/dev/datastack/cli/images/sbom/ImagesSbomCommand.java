package dev.datastack.cli.images.sbom;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "sbom",
        mixinStandardHelpOptions = true,
        description = "Writes a bill of materials for each image (CycloneDX), and the licences of all packages.",
        footer = {
            "",
            "One file NAME.cdx.json per image, and licences.tsv for all. Debian and Python packages are read from"
                    + " the image itself, Java libraries come from Maven.",
            "",
            "Examples:",
            "  ./stack images sbom"
        })
public final class ImagesSbomCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("target/sbom");

    private final Context context;

    public ImagesSbomCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        new BillsOfMaterials(context.runner(), context.root(), context.terminal())
                .write(context.compose().recipes(), context.root().resolve(folder));
        return ExitCode.WELL;
    }
}
