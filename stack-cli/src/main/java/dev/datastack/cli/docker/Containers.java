package dev.datastack.cli.docker;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is done with single containers, whatever made them, by id or name. */
public final class Containers {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final CommandRunner runner;

    public Containers(CommandRunner runner) {
        this.runner = runner;
    }

    /** All that the engine tells of it, for who is asked for any of it. */
    public JsonNode document(String id) {
        return Json.list(docker("inspect", "--format", "json", id).orThrow().out())
                .get(0);
    }

    public boolean exists(String id) {
        return docker("container", "inspect", id).well();
    }

    /** Runs a command in it, as the engine runs a health check: with its user, its folder and its environment. */
    public Finished exec(String id, List<String> command) {
        return runner.run(Call.of("docker", "exec", id).plus(command).within(LIMIT));
    }

    /** What it has written to both streams. */
    public Stream<String> log(String id) {
        var logs = docker("logs", id);
        return Stream.concat(logs.out().stream(), logs.err().stream());
    }

    public Finished start(String id) {
        return docker("start", id);
    }

    /** Its files stay. */
    public Finished restart(String id) {
        return docker("restart", "-t", "1", id);
    }

    public Finished kill(String id) {
        return docker("kill", id);
    }

    public Finished remove(String id) {
        return docker("rm", "--force", id);
    }

    /** In a new container that is removed when the command has ended. */
    public Finished run(Run run) {
        return run(LIMIT, run);
    }

    public Finished run(Duration limit, Run run) {
        return runner.run(Call.of("docker", "run", "--rm").plus(run.words()).within(limit));
    }

    /** In one that stays, and runs beside this command. */
    public Finished runDetached(String name, Run run) {
        return runner.run(Call.of("docker", "run", "--detach", "--name", name)
                .plus(run.words())
                .within(LIMIT));
    }

    private Finished docker(String... words) {
        return runner.run(Call.of("docker").plus(List.of(words)).within(LIMIT));
    }
}
