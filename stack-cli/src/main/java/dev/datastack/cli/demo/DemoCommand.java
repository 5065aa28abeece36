package dev.datastack.cli.demo;

import dev.datastack.cli.build.Jars;
import dev.datastack.cli.context.Context;
import dev.datastack.cli.host.Platform;
import dev.datastack.cli.mounts.YearFiles;
import dev.datastack.cli.open.Browser;
import dev.datastack.cli.problem.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Loads the year without Docker: PostgreSQL, the same ETL code, the marts, a report with charts.",
        footer = {
            "",
            "It starts its own PostgreSQL in the folder for temporary files, runs the jar of the ETL service against"
                    + " it, prints the marts, writes the report, and stops and deletes the database. Only a JDK is"
                    + " needed. Ctrl-C cleans up as well.",
            "",
            "Examples:",
            "  ./stack demo --open       show the report in the browser",
            "  ./stack demo --keep       keep the database running, to query it with SQL",
            "  ./stack demo --stop       stop and delete the database that was kept"
        })
public final class DemoCommand implements Callable<Integer> {
    @Option(names = "--open", description = "Open the report in the browser.")
    private boolean open;

    @Option(names = "--keep", description = "Keep the database running; prints its address and how to stop it.")
    private boolean keep;

    @Option(names = "--stop", description = "Stop and delete the database that --keep left running.")
    private boolean stop;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where the report goes (default: target/demo/report.html).")
    private @Nullable Path report;

    private final Context context;

    public DemoCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var demo = demo();
        if (stop) {
            var stopped = demo.stop();
            context.terminal().say(stopped ? "The demo's database is stopped and deleted." : "No database was kept.");
            return ExitCode.WELL;
        }
        demo.require(keep);
        new YearFiles(context.root()).require();
        new Jars(context.runner(), context.root(), context.settings(), context.terminal(), context.time())
                .ensureEtlService();
        var file = report == null ? context.root().resolve("target/demo/report.html") : report;
        demo.run(file, keep);
        if (open) {
            var url = file.toAbsolutePath().toUri().toString();
            new Browser(context.runner(), context.terminal()).open(url);
        }
        return ExitCode.WELL;
    }

    private Demo demo() {
        return new Demo(
                context,
                Path.of(System.getProperty("java.io.tmpdir", ".")),
                System.getProperty("user.name", "user"),
                Platform.here());
    }
}
