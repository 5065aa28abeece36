package dev.datastack.cli.grade;

import dev.datastack.cli.docker.Call;
import dev.datastack.cli.docker.CommandException;
import dev.datastack.cli.docker.CommandRunner;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Finished;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The copy as a Compose project of its own, and everything that has to be removed in the end. */
final class Sandbox implements AutoCloseable {
    static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
    private static final Duration DOWN = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A variable in it, behind an anchor if there is one. */
    private static final Pattern PULL_POLICY =
            Pattern.compile("(\\bpull_policy[\"']?:[^\n#$]*)\\$(?:\\{(?:[^{}\n]|\\{[^{}\n]*})*}|\\w+)");

    private final CommandRunner runner;
    private final Path copy;
    private final String name;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<String> images = new ArrayList<>();
    private final List<String> volumes = new CopyOnWriteArrayList<>();
    private boolean isolated;

    Sandbox(CommandRunner runner, Path copy, String name) {
        this.runner = runner;
        this.copy = copy;
        this.name = name;
    }

    Path folder() {
        return copy;
    }

    /** What Compose makes of the project's own file, under our name. */
    Finished config(Path file, String... options) {
        var words = new ArrayList<>(List.of("docker", "compose", "config", "--format", "json"));
        words.addAll(List.of(options));
        return runner.run(Call.of(words).in(copy).with(variables(file)));
    }

    /**
     * The same with its variables in place. Compose 5 allows none in {@code pull_policy}, which says nothing of secrets and
     * ports, so there it reads a word instead.
     */
    Finished configAsWritten(Path file) {
        var written = file.resolveSibling("as-written-compose.yml");
        try {
            Files.writeString(
                    written, PULL_POLICY.matcher(Files.readString(file)).replaceAll("$1missing"));
        } catch (IOException e) {
            throw unwritten(written, e);
        }
        return config(written, "--no-interpolate", "--no-env-resolution");
    }

    /** From here on {@link #compose()} works on the changed model. */
    void isolate(Isolation isolation) {
        images.addAll(isolation.built().values());
        try {
            Files.writeString(file(), JSON.writeValueAsString(isolation.model()));
        } catch (IOException e) {
            throw unwritten(file(), e);
        }
        isolated = true;
    }

    private static StackException unwritten(Path file, IOException cause) {
        return new StackException(
                Problem.PROJECT_UNREADABLE,
                "the changed Compose file could not be written (" + cause + ").",
                file.toString(),
                "check that the disk has room");
    }

    Compose compose() {
        return new Compose(new OwnProject(), copy);
    }

    JsonNode json(Finished finished) {
        return JSON.readTree(finished.orThrow().outText());
    }

    List<JsonNode> inspect(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var words = new ArrayList<>(List.of("docker", "inspect"));
        words.addAll(ids);
        var nodes = new ArrayList<JsonNode>();
        JSON.readTree(runner.run(Call.of(words)).outText()).forEach(nodes::add);
        return nodes;
    }

    /** Variables of an image, and the steps that made it. */
    List<String> contents(String image) {
        var lines = new ArrayList<>(runner.run(Call.of(
                        "docker", "image", "inspect", "--format", "{{range .Config.Env}}{{println .}}{{end}}", image))
                .orThrow()
                .out());
        lines.addAll(runner.run(Call.of("docker", "history", "--no-trunc", "--format", "{{.CreatedBy}}", image))
                .orThrow()
                .out());
        return lines;
    }

    /** To be removed as well: 'down' forgets the volumes of containers that it removed without them. */
    void willLeave(List<String> namelessVolumes) {
        volumes.addAll(namelessVolumes);
    }

    /** Removes containers, networks, volumes, images and the copy. Safe to be called twice, and from another thread. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (isolated) {
            quietly(Call.of("docker", "compose", "down", "--volumes", "--remove-orphans", "--timeout", "10")
                    .in(copy)
                    .with(variables(file()))
                    .within(DOWN));
            volumes.forEach(volume -> quietly(Call.of("docker", "volume", "rm", volume)));
            images.forEach(image -> quietly(Call.of("docker", "image", "rm", "--force", image)));
        }
        ProjectCopy.delete(copy);
    }

    private void quietly(Call call) {
        try {
            runner.run(call);
        } catch (CommandException tooSlow) {
            // The rest has to be removed all the same.
            return;
        }
    }

    private Path file() {
        return copy.resolve("graded-compose.json");
    }

    private Map<String, String> variables(Path file) {
        return Map.of("COMPOSE_PROJECT_NAME", name, "COMPOSE_FILE", file.toString(), "COMPOSE_PROFILES", "");
    }

    /** Nothing may be started once the removal has begun: Ctrl-C comes in the middle of something. */
    private final class OwnProject implements CommandRunner {
        @Override
        public Finished run(Call call) {
            return runner.run(own(call));
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
            if (closed.get()) {
                throw new StackException(
                        Problem.COMMAND_FAILED, "the grading was interrupted.", call.text(), "run it again");
            }
            return call.with(variables(file()));
        }
    }
}
