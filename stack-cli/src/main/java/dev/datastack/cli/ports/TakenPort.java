package dev.datastack.cli.ports;

import dev.datastack.cli.docker.ComposeModel.Port;
import java.util.Optional;

/**
 * A port that the stack wants to publish and cannot; the variable is absent where the number is written out. One that is
 * shared is wanted by another service of the project, too.
 */
record TakenPort(
        Port port, String holder, boolean isShared, Optional<String> variable, boolean fixedByShell, int free) {
    /** Whether a line in {@code .env} cures it. */
    boolean isMovable() {
        return variable.isPresent() && !fixedByShell;
    }

    /** The setting that would cure it. */
    String setting() {
        return variable.map(name -> name + "=" + free).orElse(String.valueOf(free));
    }
}
