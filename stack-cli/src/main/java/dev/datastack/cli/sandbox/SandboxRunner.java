package dev.datastack.cli.sandbox;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands in the copy and in the sandbox's environment, none longer than its bound. Once the removal has begun it
 * starts nothing more: Ctrl-C comes in the middle of something.
 */
final class SandboxRunner implements CommandRunner {
    private final CommandRunner runner;
    private final @Nullable Path folder;
    private final UnaryOperator<Call> confined;
    private final Map<String, String> variables;
    private final BooleanSupplier barred;

    SandboxRunner(SandboxHost host, Place place, BooleanSupplier barred) {
        this(
                host.runner(),
                place.project(),
                confinement(host, place),
                Map.of("BASE_PREFIX", host.basePrefix()),
                barred);
    }

    private SandboxRunner(
            CommandRunner runner,
            @Nullable Path folder,
            UnaryOperator<Call> confined,
            Map<String, String> variables,
            BooleanSupplier barred) {
        this.runner = runner;
        this.folder = folder;
        this.confined = confined;
        this.variables = variables;
        this.barred = barred;
    }

    private static UnaryOperator<Call> confinement(SandboxHost host, Place place) {
        var environment = OwnEnvironment.of(host.environment(), place.home());
        var longest = host.bounds().command();
        return call -> call.only(environment).within(longest.compareTo(call.limit()) < 0 ? longest : call.limit());
    }

    /** With these variables in every call; a call's own win. */
    SandboxRunner with(Map<String, String> more) {
        var all = new TreeMap<>(variables);
        all.putAll(more);
        return new SandboxRunner(runner, folder, confined, all, barred);
    }

    /** For the removal itself, which depends on nothing in the copy. */
    SandboxRunner unbarred() {
        return new SandboxRunner(runner, null, confined, variables, () -> false);
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
        var there = folder;
        var placed = there != null && call.folder().isEmpty() && Files.isDirectory(there) ? call.in(there) : call;
        return confined.apply(placed).with(all);
    }
}
