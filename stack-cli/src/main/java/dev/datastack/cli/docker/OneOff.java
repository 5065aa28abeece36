package dev.datastack.cli.docker;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A container beside the one of a service: the service as it is with other variables, under a name of its own. It publishes
 * no port, and nobody finds it by the service's name.
 */
public record OneOff(CommandRunner runner, Path folder, Map<String, String> variables, String service, String name) {
    private static final Duration LONG = Duration.ofHours(1);
    /** PostgreSQL writes everything to disk first. */
    private static final Duration STOP = Duration.ofMinutes(2);

    /** The image of the service, by the service whose recipe it is. */
    public Finished build(String builder, Consumer<String> lines) {
        return LostLayer.retried(
                runner,
                compose("--progress", "plain", "build", builder).within(LONG).telling(lines));
    }

    public Finished start() {
        return runner.run(compose("run", "--detach", "--no-deps", "--name", name, service));
    }

    /** Empty once it is gone. */
    public Optional<Container> look() {
        return new Docker(runner).inspect(List.of(name)).stream().findFirst();
    }

    public List<String> lastLines() {
        var logs = runner.run(Call.of("docker", "logs", "--tail", "10", name));
        return logs.err().isEmpty() ? logs.out() : logs.err();
    }

    /** What stands before a program's words, to run it in there. */
    public Call exec() {
        return Call.of("docker", "exec", "--interactive", name);
    }

    public Finished stop() {
        return runner.run(Call.of("docker", "stop", "--timeout", "60", name).within(STOP));
    }

    /** Whether it runs or not, and also if there is none. */
    public void remove() {
        runner.run(Call.of("docker", "rm", "--force", "--volumes", name)).orThrow();
    }

    private Call compose(String... words) {
        return Call.of("docker", "compose", "--ansi", "never")
                .plus(List.of(words))
                .in(folder)
                .with(variables);
    }
}
