package dev.datastack.cli.status;

import java.util.List;

/** One service; the probe is what its health check printed last, memory is empty unless asked for. */
public record ServiceStatus(
        String service, String state, String health, boolean well, String probe, List<Integer> ports, String memory) {}
