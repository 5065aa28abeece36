package dev.datastack.cli.ports;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.settings.Settings;
import java.util.Map;
import java.util.Optional;

/**
 * Which variable a published port comes from. Compose lists variables apart from where they stand, so it is the one whose
 * value in force is that port; where several have it, none is named.
 */
public final class PortVariables {
    private final Compose compose;
    private final Settings settings;

    public PortVariables(Compose compose, Settings settings) {
        this.compose = compose;
        this.settings = settings;
    }

    Optional<String> holding(int port) {
        var names = compose.variables().entrySet().stream()
                .filter(variable -> settings.get(variable.getKey())
                        .orElse(variable.getValue())
                        .equals(String.valueOf(port)))
                .map(Map.Entry::getKey)
                .toList();
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }
}
