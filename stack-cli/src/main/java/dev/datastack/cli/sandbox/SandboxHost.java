package dev.datastack.cli.sandbox;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.host.Interrupts;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.process.CommandRunner;
import java.util.Map;

/** What sandboxes take from the machine that they are on. Base images are found behind {@code basePrefix}. */
public record SandboxHost(
        CommandRunner runner,
        Map<String, String> environment,
        Time time,
        Interrupts interrupts,
        String basePrefix,
        Bounds bounds) {

    public static SandboxHost of(Context context) {
        return new SandboxHost(
                context.runner(),
                context.environment(),
                context.time(),
                context.interrupts(),
                context.settings().basePrefix(),
                Bounds.USUAL);
    }
}
