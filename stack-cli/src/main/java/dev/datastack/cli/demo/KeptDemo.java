package dev.datastack.cli.demo;

import dev.datastack.cli.host.Platform;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Servers that outlived the command which started them: one that was to, and those of runs that were killed. */
final class KeptDemo {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DemoFolder folder;
    private final Platform platform;
    private final CommandRunner runner;

    KeptDemo(DemoFolder folder, Platform platform, CommandRunner runner) {
        this.folder = folder;
        this.platform = platform;
        this.runner = runner;
    }

    void keep(Path run, DemoServer server) {
        DemoFolder.giveTo(run, server.pid());
        var kept = new Properties();
        kept.setProperty("run", run.toString());
        kept.setProperty("url", server.login().url());
        try (var file = Files.newBufferedWriter(folder.keptFile())) {
            kept.store(file, null);
        } catch (IOException e) {
            throw DemoFolder.unusable(e);
        }
    }

    /** The address of the one that was kept and still runs. */
    Optional<String> url() {
        return kept().filter(kept -> postgres(run(kept)).isPresent()).map(kept -> kept.getProperty("url", ""));
    }

    /** Returns false when there was none. */
    boolean stop() {
        var kept = kept();
        kept.map(KeptDemo::run).ifPresent(this::end);
        try {
            Files.deleteIfExists(folder.keptFile());
        } catch (IOException e) {
            throw DemoFolder.unusable(e);
        }
        return kept.isPresent();
    }

    void sweep() {
        folder.orphans().forEach(run -> {
            postgres(run).ifPresent(this::end);
            // Killed while it made the data directory, it left programs that are no server yet.
            DemoRun.endProgramsIn(run);
            DemoFolder.delete(run);
        });
    }

    private Optional<Properties> kept() {
        if (!Files.exists(folder.keptFile())) {
            return Optional.empty();
        }
        try (var file = Files.newBufferedReader(folder.keptFile())) {
            var kept = new Properties();
            kept.load(file);
            return Optional.of(kept);
        } catch (IOException e) {
            throw DemoFolder.unusable(e);
        }
    }

    private static Path run(Properties kept) {
        return Path.of(kept.getProperty("run", ""));
    }

    private void end(Path run) {
        postgres(run).ifPresent(this::end);
        if (Files.isDirectory(run)) {
            DemoFolder.delete(run);
        }
    }

    /** A number in an old file may be another process by now. */
    private static Optional<ProcessHandle> postgres(Path run) {
        return DemoServer.pid(run.resolve("data"))
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private void end(ProcessHandle server) {
        if (platform.isWindows()) {
            server.destroyForcibly();
        } else {
            // SIGINT is PostgreSQL's fast shutdown; the JVM can send SIGTERM alone, which waits for every client.
            runner.run(Call.of("kill", "-INT", String.valueOf(server.pid())));
        }
        try {
            server.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new StackException(
                    Problem.DEMO_FAILED,
                    "process " + server.pid() + " did not end within " + PATIENCE.toSeconds() + " s.",
                    "kill -INT " + server.pid(),
                    "end it by hand: kill -QUIT " + server.pid());
        }
    }
}
