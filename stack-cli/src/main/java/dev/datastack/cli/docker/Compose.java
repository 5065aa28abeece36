package dev.datastack.cli.docker;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code docker compose} in the project's folder, which is where it finds the Compose file and {@code .env}. */
public final class Compose {
    private static final int LOOKS = 3;
    private static final Duration LONG = Duration.ofHours(2);

    private final CommandRunner runner;
    private final Path folder;
    private @Nullable JsonNode document;

    public Compose(CommandRunner runner, Path folder) {
        this.runner = runner;
        this.folder = folder;
    }

    /** The same with eyes for what has changed in its files. */
    public Compose anew() {
        return new Compose(runner, folder);
    }

    public ComposeModel model() {
        return ComposeModel.from(resolved());
    }

    /** Asked once: what .env or the Compose file becomes later is for another object to see. */
    private JsonNode resolved() {
        if (document == null) {
            document = resolve();
        }
        return document;
    }

    private JsonNode resolve() {
        var resolved = runner.run(call("config", "--format", "json"));
        if (!resolved.well()) {
            throw new StackException(
                    Problem.COMPOSE_FILE_REFUSED,
                    resolved.lastWords(),
                    resolved.call().text() + " in " + folder,
                    "correct docker-compose.yml or .env; 'docker compose config' shows the same message");
        }
        return Json.document(resolved.outText());
    }

    /** The variables that the Compose file names, each with its default there. */
    public Map<String, String> variables() {
        var answer =
                runner.run(call("config", "--variables", "--format", "json")).orThrow();
        var defaults = new TreeMap<String, String>();
        for (var entry : Json.document(answer.outText()).properties()) {
            defaults.put(entry.getKey(), Json.text(entry.getValue(), "DefaultValue"));
        }
        return defaults;
    }

    /** One for each image that is built here, though several services may run it. */
    public List<BuildRecipe> recipes() {
        var byImage = new LinkedHashMap<String, BuildRecipe>();
        for (var entry : resolved().path("services").properties()) {
            if (entry.getValue().has("build")) {
                var recipe = BuildRecipe.from(entry.getKey(), entry.getValue());
                byImage.putIfAbsent(recipe.image(), recipe);
            }
        }
        return List.copyOf(byImage.values());
    }

    /** The names of the volumes that Compose makes with nothing but a name, by their keys in the Compose file. */
    public Map<String, String> plainVolumes() {
        var names = new TreeMap<String, String>();
        for (var entry : resolved().path("volumes").properties()) {
            if (entry.getValue().size() == 1) {
                names.put(entry.getKey(), Json.text(entry.getValue(), "name"));
            }
        }
        return names;
    }

    /** {@code ps} fails when a container goes away while it looks, so it looks again. */
    public List<ServiceState> states() {
        var ps = call("ps", "-a", "--format", "json");
        var finished = runner.run(ps);
        for (int looks = 1; looks < LOOKS && !finished.well(); looks++) {
            finished = runner.run(ps);
        }
        return Json.list(finished.orThrow().out()).stream()
                .map(ServiceState::from)
                .toList();
    }

    /** Whoever stops waiting for it leaves it at work: ended halfway, it would leave what it replaces down. */
    public Finished up() {
        return runner.run(call("--progress", "plain", "up", "-d", "--no-build").outliving());
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
