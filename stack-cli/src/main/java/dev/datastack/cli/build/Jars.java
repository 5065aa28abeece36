package dev.datastack.cli.build;

import dev.datastack.cli.docker.Call;
import dev.datastack.cli.docker.CommandRunner;
import dev.datastack.cli.docker.Finished;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Terminal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The jars that images take in, built by Maven when one is missing or older than its sources. */
public final class Jars {
    private static final List<String> SOURCES = List.of(
            "pom.xml",
            "etl-service/pom.xml",
            "etl-service/src/main",
            "healthcheck-agent/pom.xml",
            "healthcheck-agent/src/main");
    private static final int EVIDENCE = 20;

    private final CommandRunner runner;
    private final Path root;
    private final Settings settings;
    private final Terminal terminal;
    private final Supplier<Instant> clock;

    public Jars(CommandRunner runner, Path root, Settings settings, Terminal terminal, Supplier<Instant> clock) {
        this.runner = runner;
        this.root = root;
        this.settings = settings;
        this.terminal = terminal;
        this.clock = clock;
    }

    public void ensure() {
        var inside = settings.get("JAR").filter("inside"::equals).isPresent();
        if (!inside && Files.exists(root.resolve("etl-service/pom.xml")) && areStale()) {
            build();
        }
    }

    private boolean areStale() {
        var jar = root.resolve("etl-service/target/etl-service.jar");
        if (!Files.exists(jar)) {
            return true;
        }
        // Maven leaves a jar alone whose content would be the same, so the last build has a mark of its own.
        var built = Stream.of(jar, mark()).filter(Files::exists).map(Jars::time).max(FileTime::compareTo);
        return newestSource().compareTo(built.orElseThrow()) > 0;
    }

    private FileTime newestSource() {
        return SOURCES.stream()
                .map(root::resolve)
                .filter(Files::exists)
                .flatMap(Jars::files)
                .map(Jars::time)
                .max(FileTime::compareTo)
                .orElse(FileTime.fromMillis(0));
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path mark() {
        return root.resolve("etl-service/target/.stack-built");
    }

    private void build() {
        var status = new StatusLine(terminal, "jars");
        var began = clock.get();
        if (terminal.isScreen()) {
            status.now("building (./mvnw package)");
        } else {
            terminal.say("jars: building (./mvnw package)");
        }
        var finished =
                runner.run(maven().in(root).within(Duration.ofMinutes(30)).telling(status::now));
        status.clear();
        if (!finished.well()) {
            throw failed(finished);
        }
        writeMark();
        status.done("built in " + Duration.between(began, clock.get()).toSeconds() + " s");
    }

    private Call maven() {
        var wrapper = File.separatorChar == '\\' ? "mvnw.cmd" : "mvnw";
        return Call.of(
                root.resolve(wrapper).toString(),
                "-q",
                "-B",
                "package",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "-pl",
                "etl-service,healthcheck-agent",
                "-am");
    }

    private void writeMark() {
        try {
            Files.createDirectories(mark().getParent());
            Files.writeString(mark(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StackException failed(Finished finished) {
        var lines =
                Stream.concat(finished.out().stream(), finished.err().stream()).toList();
        return new StackException(
                        Problem.JARS_NOT_BUILT,
                        "Maven ended with exit code " + finished.exitCode() + ".",
                        finished.call().text(),
                        "correct what the lines above name; without a JDK of its own: JAR=inside ./stack up")
                .showing(lines.subList(Math.max(0, lines.size() - EVIDENCE), lines.size()));
    }
}
