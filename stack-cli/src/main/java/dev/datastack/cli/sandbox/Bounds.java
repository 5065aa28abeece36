package dev.datastack.cli.sandbox;

import java.time.Duration;

/**
 * How much a foreign project may take: bytes and files of its copy, containers, and for each container bytes of memory,
 * CPUs, processes and bytes of its log. {@code command} is the longest that one command of docker may run, {@code removal} the
 * same for one that cleans up.
 */
public record Bounds(
        long copyBytes,
        int copyFiles,
        int containers,
        long memory,
        double cpus,
        int pids,
        String log,
        Duration command,
        Duration removal) {
    private static final long GIGABYTE = 1_000_000_000;

    public static final Bounds USUAL = new Bounds(
            2 * GIGABYTE, 100_000, 30, 4 * GIGABYTE, 2.0, 1_000, "10m", Duration.ofMinutes(15), Duration.ofMinutes(1));
}
