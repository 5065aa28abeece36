package dev.datastack.cli.command;

import dev.datastack.cli.bases.Bases;
import dev.datastack.cli.docker.CommandRunner;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.engine.Engine;
import dev.datastack.cli.engine.EngineCheck;
import dev.datastack.cli.engine.EngineInstaller;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.EnvFile;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.start.Interrupts;
import dev.datastack.cli.start.Time;
import dev.datastack.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
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

    Settings settings() {
        return new Settings(environment, new EnvFile(root.resolve(".env")));
    }

    Docker docker() {
        return new Docker(runner);
    }

    Compose compose() {
        return new Compose(runner, root);
    }

    EngineInstaller installer() {
        return new EngineInstaller(runner, root);
    }

    Engine engine() {
        return new Engine(new EngineCheck(docker()), installer(), settings());
    }

    void requireRunning(String service) {
        if (compose().states().stream().noneMatch(state -> state.service().equals(service) && state.isRunning())) {
            throw new StackException(
                    Problem.NOT_RUNNING,
                    "the service " + service + " is down.",
                    "docker compose ps",
                    "start it with './stack up'");
        }
    }

    /** Hands the terminal to a command inside a service that runs. */
    int inside(String service, List<String> argv) {
        engine().require();
        requireRunning(service);
        var exec = new ArrayList<>(List.of("exec"));
        if (!terminal.isScreen() || !terminal.hasPerson()) {
            exec.add("-T");
        }
        exec.add(service);
        exec.addAll(argv);
        return compose().attach(exec);
    }

    Bases bases() {
        return new Bases(runner, root, settings(), terminal, time::now);
    }
}
