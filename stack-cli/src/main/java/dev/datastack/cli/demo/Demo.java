package dev.datastack.cli.demo;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.demo.report.MartTables;
import dev.datastack.cli.demo.report.Page;
import dev.datastack.cli.demo.report.Year;
import dev.datastack.cli.demo.report.YearReader;
import dev.datastack.cli.host.Platform;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;

/** One run, from an empty folder to the report. */
public final class Demo {
    private static final int PASSWORD_BYTES = 12;

    private final Context context;
    private final Terminal terminal;
    private final Time time;
    private final DemoFolder folder;
    private final KeptDemo kept;
    private final Platform platform;

    public Demo(Context context, Path temporary, String user, Platform platform) {
        this.context = context;
        this.terminal = context.terminal();
        this.time = context.time();
        this.platform = platform;
        this.folder = new DemoFolder(temporary, user);
        this.kept = new KeptDemo(folder, platform, context.runner());
    }

    /** Fails while there is still nothing to clean up. */
    public void require(boolean keep) {
        new Binaries(platform).require();
        kept.sweep();
        kept.url().filter(url -> keep).ifPresent(url -> {
            throw new StackException(
                    Problem.DEMO_KEPT, "it runs at " + url, "to keep another one", "use it, or './stack demo --stop'");
        });
    }

    /** Stops the database that was kept; false when there is none. */
    public boolean stop() {
        kept.sweep();
        return kept.stop();
    }

    public void run(Path report, boolean keep) {
        var run = new DemoRun(folder.newRun(ProcessHandle.current().pid()));
        var watch = context.interrupts().on(() -> {
            run.interrupt();
            terminal.warn("\nstack: interrupted. The demo's database is stopped and deleted.");
        });
        var stays = false;
        try {
            var began = time.now();
            var server = start(run);
            show(server, report);
            if (keep) {
                kept.keep(run.folder(), server);
                stays = true;
            } else {
                run.end();
            }
            ended(server, report, keep, Duration.between(began, time.now()));
        } catch (StackException e) {
            // After Ctrl-C everything fails, and that was said.
            if (!run.isInterrupted()) {
                throw e;
            }
        } finally {
            watch.close();
            if (!stays && !run.isInterrupted()) {
                run.end();
            }
        }
    }

    private void show(DemoServer server, Path report) {
        new EtlJar(context.runner(), context.root()).loadEverything(server.login());
        var year = read(server);
        new MartTables(year).lines().forEach(terminal::say);
        write(report, new Page(year, today()).html());
    }

    private DemoServer start(DemoRun run) {
        var status = new StatusLine(terminal, "postgres");
        var began = time.now();
        status.now("starting (unpacks 50 MB the first time)");
        try {
            var server = run.start(() -> DemoServer.start(folder, run.folder(), password()));
            var port = server.login().port();
            status.done(String.format(Locale.ROOT, "started on port %d in %.1f s, fsync on", port, seconds(began)));
            return server;
        } catch (StackException e) {
            status.clear();
            throw e;
        }
    }

    private static Year read(DemoServer server) {
        try (var connection = server.login().open()) {
            return new YearReader(connection).read();
        } catch (SQLException e) {
            throw new StackException(
                    Problem.DEMO_FAILED,
                    "the marts could not be read: " + e.getMessage(),
                    server.login().jdbcUrl(),
                    "run it again; if it stays, report it with STACK_DEBUG=1");
        }
    }

    private static void write(Path report, String html) {
        try {
            var parent = report.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(report, html);
        } catch (IOException e) {
            throw DemoFolder.unusable(e);
        }
    }

    private void ended(DemoServer server, Path report, boolean keep, Duration took) {
        terminal.say("");
        terminal.say("%-10s%s"
                .formatted("report", report.toAbsolutePath().normalize().toUri()));
        if (keep) {
            terminal.say("%-10s%s".formatted("database", server.login().url()));
            terminal.say("%-10s%s".formatted("stop", "./stack demo --stop"));
        } else {
            terminal.say("The database is stopped and deleted; the whole took " + took.toSeconds() + " s.");
        }
    }

    private java.time.LocalDate today() {
        return time.now().atZone(ZoneId.systemDefault()).toLocalDate();
    }

    private double seconds(Instant began) {
        return Duration.between(began, time.now()).toMillis() / 1000.0;
    }

    private static String password() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
