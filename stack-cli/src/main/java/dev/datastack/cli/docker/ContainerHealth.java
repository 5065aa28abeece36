package dev.datastack.cli.docker;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** What the health check says of a container. */
public enum ContainerHealth {
    /** There is no check, or the container has just started again. */
    NONE,
    STARTING,
    HEALTHY,
    UNHEALTHY;

    @JsonCreator
    static ContainerHealth of(String word) {
        return switch (word) {
            case "starting" -> STARTING;
            case "healthy" -> HEALTHY;
            case "unhealthy" -> UNHEALTHY;
            default -> NONE;
        };
    }

    /** Empty where there is nothing to say. */
    public String word() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
}
