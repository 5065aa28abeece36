package dev.datastack.cli.status;

import java.util.List;

/**
 * One service; the probe is what its health check printed last, {@code cause} what became of it where it is not well or
 * keeps restarting, memory is empty unless asked for.
 */
public record ServiceStatus(
        String service,
        String state,
        String health,
        boolean well,
        String probe,
        String cause,
        String cure,
        List<Integer> ports,
        String memory) {}
