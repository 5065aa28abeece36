package dev.datastack.probe.posix;

import dev.datastack.probe.command.Healthcheck;
import java.util.Arrays;

/** The binary's entry point. */
final class NativeMain {
    private NativeMain() {}

    public static void main(String[] arguments) {
        Posix.exit(Healthcheck.run(Arrays.asList(arguments), new PosixHost(), new PosixNet()));
    }
}
