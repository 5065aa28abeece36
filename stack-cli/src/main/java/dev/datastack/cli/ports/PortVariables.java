package dev.datastack.cli.ports;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel.Port;
import dev.datastack.cli.settings.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which variable a published port comes from. Compose lists variables apart from where they stand, so it is the one whose
 * value in force is that port; of several the one that is named after the service, AIRFLOW_PORT of airflow-webserver.
 */
public final class PortVariables {
    private final Compose compose;
    private final Settings settings;

    public PortVariables(Compose compose, Settings settings) {
        this.compose = compose;
        this.settings = settings;
    }

    /** Where services share the number, a variable that is not named after this one is another's. */
    Optional<String> holding(Port port, boolean shared) {
        var names = compose.variables().entrySet().stream()
                .filter(variable -> settings.get(variable.getKey())
                        .orElse(variable.getValue())
                        .equals(String.valueOf(port.published())))
                .map(Map.Entry::getKey)
                .toList();
        var fitting = names.size() == 1 && !shared
                ? names
                : names.stream()
                        .filter(name -> isNamedAfter(name, port.service()))
                        .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private static boolean isNamedAfter(String variable, String service) {
        return service.startsWith(variable.replaceFirst("_PORT$", "").toLowerCase(Locale.ROOT));
    }
}
