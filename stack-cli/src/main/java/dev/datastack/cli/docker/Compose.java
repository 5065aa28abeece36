package dev.datastack.cli.docker;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/** {@code docker compose} in the project's folder, which is where it finds the Compose file and {@code .env}. */
public final class Compose {
    private static final Duration LONG = Duration.ofHours(2);

    private final CommandRunner runner;
    private final Path folder;

    public Compose(CommandRunner runner, Path folder) {
        this.runner = runner;
        this.folder = folder;
    }

    public ComposeModel model() {
        var resolved = runner.run(call("config", "--format", "json"));
        if (!resolved.well()) {
            throw new StackException(
                    Problem.COMPOSE_FILE_REFUSED,
                    resolved.lastWords(),
                    resolved.call().text() + " in " + folder,
                    "correct docker-compose.yml or .env; 'docker compose config' shows the same message");
        }
        var raw = runner.run(call("config", "--no-interpolate", "--format", "json"))
                .orThrow();
        return ComposeModel.from(Json.document(resolved.outText()), Json.document(raw.outText()));
    }

    /** One for each image that is built here, though several services may run it. */
    public List<BuildRecipe> recipes() {
        var resolved = runner.run(call("config", "--format", "json")).orThrow();
        var byImage = new LinkedHashMap<String, BuildRecipe>();
        for (var entry : Json.document(resolved.outText()).path("services").properties()) {
            if (entry.getValue().has("build")) {
                var recipe = BuildRecipe.from(entry.getKey(), entry.getValue());
                byImage.putIfAbsent(recipe.image(), recipe);
            }
        }
        return List.copyOf(byImage.values());
    }

    public List<ServiceState> states() {
        var lines = runner.run(call("ps", "-a", "--format", "json")).orThrow().out();
        return Json.list(lines).stream().map(ServiceState::from).toList();
    }

    public Finished up(Consumer<String> lines) {
        return runner.run(call("--progress", "plain", "up", "-d", "--no-build")
                .within(LONG)
                .telling(lines));
    }

    public Finished build(List<String> services, Consumer<String> lines) {
        var call = call("--progress", "plain", "build");
        return runner.run(call.plus(services).within(LONG).telling(lines));
    }

    public Finished down(boolean volumes, Consumer<String> lines) {
        var call = call("--progress", "plain", "down", "--remove-orphans");
        return runner.run((volumes ? call.plus(List.of("--volumes")) : call)
                .within(Duration.ofMinutes(10))
                .telling(lines));
    }

    public List<String> lastLines(String service, int count) {
        var tail = String.valueOf(count);
        var run = runner.run(call("logs", "--no-color", "--no-log-prefix", "--tail", tail, service));
        var lines = new ArrayList<>(run.out());
        lines.addAll(run.err());
        return List.copyOf(lines);
    }

    public Finished exec(String service, List<String> argv) {
        return runner.run(call("exec", "-T", service).plus(argv));
    }

    /** Any other verb. */
    public Finished run(Duration limit, List<String> words) {
        return runner.run(call("--progress", "plain").plus(words).within(limit));
    }

    public int attach(List<String> arguments) {
        return runner.attach(call().plus(arguments));
    }

    public CommandRunner.Following events(Consumer<ServiceEvent> events) {
        return runner.follow(call("events", "--json")
                .telling(line -> ServiceEvent.parse(line).ifPresent(events)));
    }

    private Call call(String... arguments) {
        return Call.of("docker", "compose", "--ansi", "never").in(folder).plus(List.of(arguments));
    }
}
