package dev.datastack.cli.engine;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.util.EnumSet;
import java.util.Set;

/** An engine that can run the stack, installed first where that was agreed to. */
public final class Engine {
    private static final Set<Problem> INSTALLABLE = EnumSet.of(
            Problem.NO_DOCKER, Problem.ENGINE_DOWN, Problem.ENGINE_OLD, Problem.COMPOSE_MISSING, Problem.COMPOSE_OLD);

    private final EngineCheck check;
    private final EngineInstaller installer;

    public Engine(EngineCheck check, EngineInstaller installer) {
        this.check = check;
        this.installer = installer;
    }

    public void require() {
        check.require();
    }

    /** For who has no need of Compose. */
    public void requireEngine() {
        check.requireEngine();
    }

    /** An engine elsewhere, Podman, or an engine that refuses its user, is not cured by installing one here. */
    public void requireOrInstall(boolean yes) {
        try {
            check.require();
        } catch (StackException lacking) {
            if (!yes
                    || !INSTALLABLE.contains(lacking.problem())
                    || check.chosen().isPresent()) {
                throw lacking;
            }
            installFor(lacking);
            check.require();
        }
    }

    /** What the installer says is its own; it is not started where docker was told to use an engine that is silent. */
    public int install(boolean yes) {
        try {
            check.require();
        } catch (StackException lacking) {
            check.chosen().ifPresent(engine -> {
                throw new StackException(
                        Problem.ENGINE_NOT_INSTALLED,
                        "docker uses " + engine.named() + ", so one on this machine would not be used.",
                        "docker version (" + lacking.getMessage() + ")",
                        "go back to this machine's own with '" + engine.undo() + "', and run it again");
            });
        }
        return installer.install(yes);
    }

    private void installFor(StackException lacking) {
        int code = installer.install(true);
        if (code != 0) {
            throw new StackException(
                    Problem.ENGINE_NOT_INSTALLED,
                    "the installer ended with exit code " + code + " after: " + lacking.getMessage(),
                    "docker/engine/install.sh --yes",
                    "see what it printed above; on other systems install Docker from"
                            + " https://docs.docker.com/get-docker/");
        }
    }
}
