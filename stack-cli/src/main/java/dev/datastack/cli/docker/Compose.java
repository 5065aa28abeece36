package dev.datastack.cli.docker;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code docker compose} in the project's folder, which is where it finds the Compose file and {@code .env}. */
public final class Compose implements ServiceExec {
    private static final int LOOKS = 3;
    private static final Duration LONG = Duration.ofHours(2);
    /** A service may take its time to end. */
    private static final Duration STOP = Duration.ofMinutes(5);

    private final CommandRunner runner;
    private final Path folder;
    private final ComposeOptions options;
    private @Nullable JsonNode document;

    public Compose(CommandRunner runner, Path folder) {
        this(runner, folder, ComposeOptions.NONE);
    }

    public Compose(CommandRunner runner, Path folder, ComposeOptions options) {
        this.runner = runner;
        this.folder = folder;
        this.options = options;
    }

    /** The same with eyes for what has changed in its files. */
    public Compose anew() {
        return new Compose(runner, folder, options);
    }

    public ComposeModel model() {
        return ComposeModel.from(resolved());
    }

    /** Asked once: what .env or the Compose file becomes later is for another object to see. */
    JsonNode resolved() {
        if (document == null) {
            document = resolve();
        }
        return document;
    }

    private JsonNode resolve() {
        var resolved = config(Map.of());
        if (!resolved.well()) {
            throw new ConfigFault(folder, resolved.lastWords())
                    .refusal(resolved.call().text());
        }
        return Json.document(resolved.outText());
    }

    /** What Compose makes of the files with these variables, as JSON, or what it complains of. */
    public Finished config(Map<String, String> variables) {
        return runner.run(call("config", "--format", "json").with(variables));
    }

    /** The files as they are written, with all profiles: what one of them hides can be told. */
    public JsonNode asWritten() {
        var call = call("--profile", "*", "config", "--format", "json", "--no-interpolate", "--no-env-resolution");
        return Json.document(runner.run(call).orThrow().outText());
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
        return Json.list(finished.orThrow().out(), ServiceState.class);
    }

    public Optional<ServiceState> state(String service) {
        return states().stream()
                .filter(state -> state.service().equals(service))
                .findFirst();
    }

    /** Whoever stops waiting for it leaves it at work: ended halfway, it would leave what it replaces down. */
    public Finished upAndLeave() {
        return runner.run(up(List.of(), UpOption.NO_BUILD).outliving());
    }

    /** Of no services means of all. */
    public Finished up(Duration limit, Collection<String> services, UpOption... how) {
        return LostLayer.retried(runner, up(services, how).within(limit));
    }

    private Call up(Collection<String> services, UpOption... how) {
        return call("--progress", "plain", "up", "-d")
                .plus(Arrays.stream(how).map(UpOption::word).toList())
                .plus(List.copyOf(services));
    }

    public Finished build(List<String> services, Consumer<String> lines) {
        var call = call("--progress", "plain", "build").plus(services);
        return LostLayer.retried(runner, call.within(LONG).telling(lines));
    }

    public Finished down(boolean volumes, Consumer<String> lines) {
        var call = call("--progress", "plain", "down", "--remove-orphans");
        return runner.run((volumes ? call.plus(List.of("--volumes")) : call)
                .within(Duration.ofMinutes(10))
                .telling(lines));
    }

    /** For who does not wait until a service has finished what it does. */
    public Finished downSoon() {
        return runner.run(call("--progress", "plain", "down", "--timeout", "2").within(Duration.ofMinutes(10)));
    }

    /** Of no services means of all that have a container. */
    public Finished start(String... services) {
        return runner.run(call("start").plus(List.of(services)).within(STOP));
    }

    public Finished stop(String... services) {
        return runner.run(call("stop").plus(List.of(services)).within(STOP));
    }

    public Finished restart(Collection<String> services, Consumer<String> lines) {
        var call = call("--progress", "plain", "restart").plus(List.copyOf(services));
        return runner.run(call.within(STOP).telling(lines));
    }

    /** Stops its containers first. */
    public Finished remove(String service) {
        return runner.run(call("rm", "--stop", "--force", service).within(STOP));
    }

    public List<String> lastLines(String service, int count) {
        var tail = String.valueOf(count);
        var run = runner.run(call("logs", "--no-color", "--no-log-prefix", "--tail", tail, service));
        var lines = new ArrayList<>(run.out());
        lines.addAll(run.err());
        return List.copyOf(lines);
    }

    @Override
    public Finished exec(String service, List<String> argv) {
        return runner.run(call("exec", "-T", service).plus(argv));
    }

    public Finished exec(Duration limit, String service, List<String> argv) {
        return runner.run(call("exec", "-T", service).plus(argv).within(limit));
    }

    /** Goes on when this has returned. */
    public Finished execAndLeave(String service, Map<String, String> variables, List<String> argv) {
        var call = call("exec", "-d", "-T");
        for (var variable : new TreeMap<>(variables).entrySet()) {
            call = call.plus(List.of("-e", variable.getKey() + "=" + variable.getValue()));
        }
        return runner.run(call.plus(List.of(service)).plus(argv).within(STOP));
    }

    /** A new container of the service, which may be one that no {@code up} starts, with its own command. */
    public Finished run(Duration limit, String service) {
        return runner.run(call("run", "--rm", "--no-deps", "-T", service).within(limit));
    }

    /** A program in a new container in place of the service, whose own command does not run there. */
    public Finished runInPlace(Duration limit, String service, String program, List<String> arguments) {
        return runner.run(call("run", "--rm", "--no-deps", "-T", "--entrypoint", program, service)
                .plus(arguments)
                .within(limit));
    }

    /** Hands the terminal to a command in a service, with its keyboard where there is one. */
    public int attach(String service, List<String> argv, boolean keyboard) {
        var call = keyboard ? call("exec") : call("exec", "-T");
        return runner.attach(call.plus(List.of(service)).plus(argv));
    }

    public ServiceLogs logs() {
        return new ServiceLogs(runner, call("logs"));
    }

    public CommandRunner.Following events(Consumer<ServiceEvent> events) {
        return runner.follow(call("events", "--json")
                .telling(line -> ServiceEvent.parse(line).ifPresent(events)));
    }

    /** Carries changes of files into the services that run, until the result is closed; it starts nothing itself. */
    public CommandRunner.Following watch(Consumer<String> lines) {
        return runner.follow(call("watch", "--no-up").telling(lines));
    }

    private Call call(String... arguments) {
        return Call.of("docker", "compose", "--ansi", "never")
                .plus(options.words())
                .plus(List.of(arguments))
                .in(folder);
    }
}
