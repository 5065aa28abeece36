package dev.datastack.cli.build;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Terminal;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The jars that images take in, built by Maven when one is missing or older than its sources. */
public final class Jars {
    private final CommandRunner runner;
    private final Path root;
    private final Settings settings;
    private final Terminal terminal;
    private final InstantSource clock;

    public Jars(CommandRunner runner, Path root, Settings settings, Terminal terminal, InstantSource clock) {
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
        if (!modules.get(0).exists() || modules.stream().noneMatch(Module::isStale)) {
            return;
        }
        var lock = modules.get(0).folder().resolve("target/.stack-building");
        var held = BuildLock.take(lock, () -> terminal.say("jars: another build is in progress; waiting for it"));
        try {
            // The one that was waited for may have built them.
            if (modules.stream().anyMatch(Module::isStale)) {
                build(modules);
            }
        } finally {
            held.close();
        }
    }

    private void build(List<Module> modules) {
        var status = new StatusLine(terminal, "jars");
        var began = clock.instant();
        if (!terminal.isScreen()) {
            terminal.say("jars: building (./mvnw package); the first time Maven downloads a lot");
        }
        status.now("building (./mvnw package)");
        var log = new MavenLog(status::now, this::sayInALog);
        var finished = runner.run(
                maven(modules).in(root).within(Duration.ofMinutes(30)).telling(log));
        status.clear();
        if (!finished.well()) {
            throw failed(finished, log);
        }
        modules.forEach(Module::built);
        status.done("built in " + Duration.between(began, clock.instant()).toSeconds() + " s");
    }

    private void sayInALog(String milestone) {
        if (!terminal.isScreen()) {
            terminal.say("jars: " + milestone);
        }
    }

    /** In English, which is read. */
    private Call maven(List<Module> modules) {
        var names = modules.stream().map(Module::name).collect(Collectors.joining(","));
        return new MavenWrapper(root)
                .call("-B", "package", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "-pl", names, "-am")
                .with(Map.of("LC_MESSAGES", "C"));
    }

    private StackException failed(Finished finished, MavenLog log) {
        var failure = log.failure();
        var place = failure == MavenFailure.NOT_COMPILED ? log.compilerError().orElse("") : "";
        var what = "Maven ended with exit code " + finished.exitCode() + ": " + failure.what() + " "
                + place.replace(root + File.separator, "");
        return new StackException(
                        Problem.JARS_NOT_BUILT, what.strip(), finished.call().text(), failure.next())
                .showing(log.complaints());
    }
}
