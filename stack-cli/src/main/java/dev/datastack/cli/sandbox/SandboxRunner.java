package dev.datastack.cli.sandbox;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Runs commands in the copy and in the sandbox's environment, none longer than its bound. Once the removal has begun it starts nothing more:
 * Ctrl-C comes in the middle of something.
 */
final class SandboxRunner implements CommandRunner {
    private final CommandRunner runner;
    private final Path project;
    private final Map<String, String> environment;
    private final Map<String, String> variables;
    private final Duration longest;
    private final BooleanSupplier barred;

    SandboxRunner(SandboxHost host, Place place, BooleanSupplier barred) {
        this(
                host.runner(),
                place.project(),
                OwnEnvironment.of(host.environment(), place.home()),
                Map.of("BASE_PREFIX", host.basePrefix()),
                host.bounds().command(),
                barred);
    }

    private SandboxRunner(
            CommandRunner runner,
            Path project,
            Map<String, String> environment,
            Map<String, String> variables,
            Duration longest,
            BooleanSupplier barred) {
        this.runner = runner;
        this.project = project;
        this.environment = environment;
        this.variables = variables;
        this.longest = longest;
        this.barred = barred;
    }

    /** With these variables in every call; a call's own win. */
    SandboxRunner with(Map<String, String> more) {
        var all = new TreeMap<>(variables);
        all.putAll(more);
        return new SandboxRunner(runner, project, environment, all, longest, barred);
    }

    /** For the removal itself. */
    SandboxRunner unbarred() {
        return new SandboxRunner(runner, project, environment, variables, longest, () -> false);
    }

    @Override
    public Finished run(Call call) {
        return runner.run(own(call));
    }

    @Override
    public Finished pour(Call call, Sink sink) throws IOException {
        return runner.pour(own(call), sink);
    }

    @Override
    public int attach(Call call) {
        return runner.attach(own(call));
    }

    @Override
    public Following follow(Call call) {
        return runner.follow(own(call));
    }

    private Call own(Call call) {
        if (barred.getAsBoolean()) {
            throw new StackException(Problem.COMMAND_FAILED, "it was interrupted.", call.text(), "run it again");
        }
        var all = new TreeMap<>(variables);
        all.putAll(call.variables());
        // Until there is a copy, and when it is gone, anywhere will do.
        var placed = call.folder().isEmpty() && Files.isDirectory(project) ? call.in(project) : call;
        return placed.only(environment).with(all).within(longest.compareTo(call.limit()) < 0 ? longest : call.limit());
    }
}
