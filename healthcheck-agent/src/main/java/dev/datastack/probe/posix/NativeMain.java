package dev.datastack.probe.posix;

import dev.datastack.probe.command.Healthcheck;
import java.util.List;

/** The binary's entry point. */
final class NativeMain {
    private NativeMain() {}

    public static void main(String[] arguments) {
        Posix.exit(Healthcheck.run(List.of(arguments), new PosixHost(), new PosixNet()));
    }
}
