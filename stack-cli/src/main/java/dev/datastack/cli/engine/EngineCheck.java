package dev.datastack.cli.engine;

import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.Finished;
import java.util.Map;
import java.util.Optional;

/** Whether the engine that {@code docker} talks to can run this stack. */
public final class EngineCheck {
    /** Below it: no start_interval of health checks, no subpath of a volume. */
    static final Version ENGINE_FLOOR = new Version(26, 0);
    /** Below it: no `provenance` in a build that is not just yes or no. */
    static final Version COMPOSE_FLOOR = new Version(2, 40);

    private static final String INSTALL = "run './stack engine install' (Debian, Ubuntu), or install Docker from"
            + " https://docs.docker.com/get-docker/";

    private final Docker docker;
    private final Map<String, String> environment;

    public EngineCheck(Docker docker, Map<String, String> environment) {
        this.docker = docker;
        this.environment = environment;
    }

    /** Installing an engine on this machine would not give docker the one that it was told to use. */
    Optional<ChosenEngine> chosen() {
        return ChosenEngine.of(environment, docker);
    }

    /** Ends with a {@link StackException} that names what is missing and its cure. */
    public void require() {
        requireEngine();
        requireCompose();
    }

    /** The same for who has no need of Compose. */
    void requireEngine() {
        var version = version();
        if (version.well() && Docker.isPodman(version)) {
            throw podman();
        }
        var engine = Docker.engineVersion(version);
        if (!version.well() || engine.isEmpty()) {
            throw silent(version);
        }
        if (!Version.parse(engine).isAtLeast(ENGINE_FLOOR)) {
            var what = engine + " answers, " + ENGINE_FLOOR + " or newer is needed.";
            throw new StackException(Problem.ENGINE_OLD, what, "docker version", "upgrade Docker: " + INSTALL);
        }
    }

    private Finished version() {
        try {
            return docker.version();
        } catch (CommandException e) {
            if (!e.isAbsent()) {
                throw e;
            }
            throw new StackException(Problem.NO_DOCKER, "there is no 'docker' on the PATH.", "docker version", INSTALL);
        }
    }

    private StackException podman() {
        var undo = chosen().map(engine -> "'" + engine.undo() + "' goes back to this machine's own engine; else ")
                .orElse("remove the package podman-docker, or the link from Docker's socket to Podman's; then ");
        return new StackException(
                Problem.ENGINE_PODMAN,
                "it has no log driver 'local' and no uid for a tmpfs, and mounts a whole volume instead of a part of it,"
                        + " so each service would see all passwords.",
                "docker version",
                undo + INSTALL);
    }

    private StackException silent(Finished version) {
        var misleading = EngineVariable.behind(version.lastWords(), environment);
        if (misleading.isPresent()) {
            return misleading.get().problem(version.lastWords());
        }
        if (version.errText().contains("permission denied")) {
            return new StackException(
                    Problem.ENGINE_DENIED,
                    version.lastWords(),
                    "docker version",
                    "join the group docker with 'sudo usermod -aG docker \"$USER\"', then log out and in again");
        }
        var start = "start it: Docker Desktop on macOS and Windows, 'sudo systemctl start docker' or"
                + " './stack engine install' on Linux";
        var next = chosen().map(ChosenEngine::next).orElse(start);
        return new StackException(Problem.ENGINE_DOWN, version.lastWords(), "docker version", next);
    }

    private void requireCompose() {
        var version = docker.composeVersion();
        if (!version.well()) {
            throw new StackException(Problem.COMPOSE_MISSING, version.lastWords(), "docker compose version", INSTALL);
        }
        if (!Version.parse(version.outText()).isAtLeast(COMPOSE_FLOOR)) {
            var what = version.outText() + " is here, " + COMPOSE_FLOOR + " or newer is needed.";
            throw new StackException(
                    Problem.COMPOSE_OLD, what, "docker compose version", "upgrade the Compose plugin: " + INSTALL);
        }
    }
}
