package dev.datastack.cli.sandbox;

import dev.datastack.cli.docker.CommandRunner;
import dev.datastack.cli.start.Interrupts;
import dev.datastack.cli.start.Time;
import java.util.Map;

/** What sandboxes take from the machine that they are on. Base images are found behind {@code basePrefix}. */
public record SandboxHost(
        CommandRunner runner,
        Map<String, String> environment,
        Time time,
        Interrupts interrupts,
        String basePrefix,
        Bounds bounds) {}
