package dev.datastack.cli.engine;

import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.process.CommandException;
import java.util.Map;
import java.util.Optional;

/**
 * An engine that docker was told to use in place of this machine's own, and the command that takes that back. A context
 * that does not exist has no address.
 */
record ChosenEngine(String by, Optional<String> address, String undo) {

    /** DOCKER_HOST wins over DOCKER_CONTEXT, which wins over what `docker context use` wrote. */
    static Optional<ChosenEngine> of(Map<String, String> environment, Docker docker) {
        var host = environment.getOrDefault("DOCKER_HOST", "");
        if (!host.isBlank()) {
            return Optional.of(new ChosenEngine("DOCKER_HOST", Optional.of(host), "unset DOCKER_HOST"));
        }
        var variable = environment.getOrDefault("DOCKER_CONTEXT", "");
        var context = contextOf(docker, variable);
        if (context.isBlank() || context.equals("default")) {
            return Optional.empty();
        }
        var address = contextAddress(docker, context);
        return Optional.of(
                variable.isBlank()
                        ? new ChosenEngine(
                                "'docker context use " + context + "'", address, "docker context use default")
                        : new ChosenEngine("DOCKER_CONTEXT=" + context, address, "unset DOCKER_CONTEXT"));
    }

    private static String contextOf(Docker docker, String variable) {
        try {
            return docker.context().orElse(variable);
        } catch (CommandException e) {
            // Without docker the variable is all that there is.
            return variable;
        }
    }

    private static Optional<String> contextAddress(Docker docker, String context) {
        try {
            return docker.contextAddress(context);
        } catch (CommandException e) {
            return Optional.empty();
        }
    }

    /** For a sentence. */
    String named() {
        return address.map(where -> "the engine at " + where + " (chosen by " + by + ")")
                .orElse("a context that does not exist (chosen by " + by + ")");
    }

    /** What to do when it does not answer. */
    String next() {
        var cure = address.isPresent() ? "start " + named() : "'docker context ls' shows which contexts there are";
        return cure + "; or go back to this machine's own engine: " + undo;
    }
}
