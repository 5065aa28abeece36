package dev.datastack.cli.docker;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds the variable that a port of the Compose file comes from: {@code "127.0.0.1:${AIRFLOW_PORT:-8080}:8080"}. */
final class PortVariable {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_]\\w*)");

    private PortVariable() {}

    static String in(JsonNode port) {
        var text = port.isString() ? port.asString() : port.path("published").asString("");
        var matcher = VARIABLE.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
