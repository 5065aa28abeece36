package dev.datastack.cli.docker;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.CommandRunner.Sink;
import dev.datastack.cli.process.CommandRunner.Source;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Bytes out of and into programs in the services of the project in a folder. */
public final class Pipes {
    private static final Duration LIMIT = Duration.ofHours(2);

    /** Otherwise Compose builds the image first, and what the build says gets among the bytes. */
    private static final Map<String, String> AS_IT_IS = Map.of("STACK_PULL_POLICY", "missing");

    private final CommandRunner runner;
    private final Path folder;

    public Pipes(CommandRunner runner, Path folder) {
        this.runner = runner;
        this.folder = folder;
    }

    /** What a program prints in a new container of the service, whose own command does not run there. */
    public Finished outOfNew(String service, List<String> argv, Sink sink) throws IOException {
        return runner.pour(run(service, argv), sink);
    }

    /** What a program reads in such a container. */
    public Finished intoNew(String service, List<String> argv, Source source) throws IOException {
        return runner.feed(run(service, argv), source);
    }

    /** What stands before a program's words, to run it in a running service. */
    public Call exec(String service) {
        return compose("exec", "-T", service);
    }

    private Call run(String service, List<String> argv) {
        return compose("run", "--rm", "--no-deps", "-T", "--entrypoint", argv.get(0), service)
                .plus(argv.subList(1, argv.size()))
                .with(AS_IT_IS);
    }

    private Call compose(String... arguments) {
        return Call.of("docker", "compose", "--ansi", "never", "--progress", "quiet")
                .plus(List.of(arguments))
                .in(folder)
                .within(LIMIT);
    }
}
