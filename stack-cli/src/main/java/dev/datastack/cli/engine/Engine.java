package dev.datastack.cli.engine;

import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.Settings;

/** An engine that can run the stack, installed first where that was agreed to. */
public final class Engine {
    private final EngineCheck check;
    private final EngineInstaller installer;
    private final Settings settings;

    public Engine(EngineCheck check, EngineInstaller installer, Settings settings) {
        this.check = check;
        this.installer = installer;
        this.settings = settings;
    }

    public void require() {
        check.require();
    }

    /** An engine elsewhere, or one that refuses its user, is not cured by installing one here. */
    public void requireOrInstall(boolean yes) {
        try {
            check.require();
        } catch (StackException lacking) {
            var here = settings.get("DOCKER_HOST").isEmpty() && lacking.problem() != Problem.ENGINE_DENIED;
            if (!yes || !here || lacking.problem().exitCode() != ExitCode.NO_ENGINE) {
                throw lacking;
            }
            install(lacking);
            check.require();
        }
    }

    private void install(StackException lacking) {
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
