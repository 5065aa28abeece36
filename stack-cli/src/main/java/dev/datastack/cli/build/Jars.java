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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars that images take in, built by Maven when one is missing or older than its sources. */
public final class Jars {
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

    /** All that images take in. */
    public void ensure() {
        var inside = settings.get("JAR").filter("inside"::equals).isPresent();
        if (!inside) {
            ensure(List.of(Module.of(root, "etl-service"), Module.of(root, "healthcheck-agent")));
        }
    }

    /** The program that loads, which runs without an image too. */
    public void ensureEtlService() {
        ensure(List.of(Module.of(root, "etl-service")));
    }

    private void ensure(List<Module> modules) {
        if (modules.get(0).exists() && modules.stream().anyMatch(Module::isStale)) {
            build(modules);
        }
    }

    private void build(List<Module> modules) {
        var status = new StatusLine(terminal, "jars");
        var began = clock.get();
        if (terminal.isScreen()) {
            status.now("building (./mvnw package)");
        } else {
            terminal.say("jars: building (./mvnw package)");
        }
        var finished = runner.run(
                maven(modules).in(root).within(Duration.ofMinutes(30)).telling(status::now));
        status.clear();
        if (!finished.well()) {
            throw failed(finished);
        }
        modules.forEach(Module::built);
        status.done("built in " + Duration.between(began, clock.get()).toSeconds() + " s");
    }

    private Call maven(List<Module> modules) {
        var wrapper = File.separatorChar == '\\' ? "mvnw.cmd" : "mvnw";
        return Call.of(
                root.resolve(wrapper).toString(),
                "-q",
                "-B",
                "package",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "-pl",
                modules.stream().map(Module::name).collect(Collectors.joining(",")),
                "-am");
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
