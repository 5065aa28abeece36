package dev.datastack.cli.context;

import dev.datastack.cli.database.Server;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ContainerState;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.docker.ModelMemory;
import dev.datastack.cli.docker.Pipes;
import dev.datastack.cli.docker.ProjectContainers;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.engine.Engine;
import dev.datastack.cli.engine.EngineCheck;
import dev.datastack.cli.engine.EngineInstaller;
import dev.datastack.cli.host.Interrupts;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.identity.CloneName;
import dev.datastack.cli.identity.Ownership;
import dev.datastack.cli.identity.ShellEnvironment;
import dev.datastack.cli.identity.Stranger;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.settings.EnvFile;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** All that a verb may touch outside itself. */
public record Context(
        Path root,
        Map<String, String> environment,
        CommandRunner runner,
        Terminal terminal,
        Time time,
        Interrupts interrupts,
        Executor background) {

    public Settings settings() {
        return new Settings(ShellEnvironment.of(environment).variables(), new EnvFile(root.resolve(".env")));
    }

    public Pipes pipes() {
        return new Pipes(runner, root);
    }

    /** The one that runs as a service. */
    public Server server() {
        return new Server(runner, pipes().exec("postgres"));
    }

    public Docker docker() {
        return new Docker(runner);
    }

    public ImageStore images() {
        return new ImageStore(runner);
    }

    /** This clone's project, or a {@link Stranger}: nothing of it belongs to another folder. */
    public Compose compose() {
        warnOfShell();
        return ownCompose();
    }

    /** This clone's project for who changes nothing: Compose is started only where its files are new to this command. */
    public ComposeModel model() {
        var memory = new ModelMemory(root, ShellEnvironment.of(environment).variables());
        var known = memory.recall();
        if (known.isPresent()) {
            warnOfShell();
            return known.get();
        }
        engine().require();
        var compose = compose();
        memory.keep(compose);
        return compose.model();
    }

    /**
     * The containers of this clone's project, for who changes nothing. The engine is asked what it is only where it does
     * not answer: it was looked at when the model was kept.
     */
    public ProjectContainers containers(String project) {
        try {
            var containers = ProjectContainers.of(runner, project);
            ownership().require(project, containers.folders());
            return containers;
        } catch (CommandException silent) {
            engine().requireEngine();
            throw silent;
        }
    }

    private void warnOfShell() {
        ShellEnvironment.of(environment).warnings().forEach(terminal::warn);
    }

    private Compose ownCompose() {
        cloneName().ensure();
        var compose = new Compose(runner, root);
        ownership().require(compose.model().project());
        return compose;
    }

    /** The same for a start, which may give this clone's project another name. */
    public Compose composeOrRenamed(boolean yes) {
        try {
            return compose();
        } catch (Stranger stranger) {
            cloneName().settle(stranger, yes);
            return ownCompose();
        }
    }

    public Ownership ownership() {
        return new Ownership(docker(), settings(), root);
    }

    public CloneName cloneName() {
        return new CloneName(ownership(), settings(), terminal, root);
    }

    public Engine engine() {
        return new Engine(new EngineCheck(docker(), environment), new EngineInstaller(runner, root));
    }

    /** This clone's project, where a service of it runs. */
    public Compose composeWith(String service) {
        engine().require();
        var compose = compose();
        requireRunning(compose, service);
        return compose;
    }

    private static void requireRunning(Compose compose, String service) {
        var states = compose.states().stream()
                .filter(state -> state.service().equals(service))
                .toList();
        if (states.stream().noneMatch(ServiceState::isRunning)) {
            var paused = states.stream().anyMatch(state -> state.state() == ContainerState.PAUSED);
            throw new StackException(
                    Problem.NOT_RUNNING,
                    "the service " + service + " is " + (paused ? "paused." : "down."),
                    "docker compose ps",
                    paused ? "let it go on: docker compose unpause " + service : "start it with './stack up'");
        }
    }

    /** Hands the terminal to a command inside a service that runs. */
    public int inside(String service, List<String> argv) {
        return composeWith(service).attach(service, argv, terminal.isScreen() && terminal.hasPerson());
    }
}
