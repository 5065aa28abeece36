package dev.datastack.cli.build;

import java.util.Map;
import java.util.Optional;

/** A shell that asks for images of another processor than the engine's: on some machines a habit, here a slow stack. */
public final class OtherPlatform {
    public static final String VARIABLE = "DOCKER_DEFAULT_PLATFORM";

    private OtherPlatform() {}

    /** {@code engine} is such as linux/amd64; the shell's may have a variant behind it. */
    public static Optional<String> warning(Map<String, String> shell, String engine) {
        return !isAsked(shell, engine)
                ? Optional.empty()
                : Optional.of("stack: " + VARIABLE + "=" + shell.get(VARIABLE)
                        + " of your shell asks for images of another processor;"
                        + " this engine is " + engine + ", where they run slowly or not at all. 'unset " + VARIABLE
                        + "' builds for this engine");
    }

    public static boolean isAsked(Map<String, String> shell, String engine) {
        var asked = shell.getOrDefault(VARIABLE, "");
        return !asked.isBlank() && !(asked + "/").startsWith(engine + "/");
    }
}
