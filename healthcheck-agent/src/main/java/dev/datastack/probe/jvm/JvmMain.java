package dev.datastack.probe.jvm;

import dev.datastack.probe.command.Healthcheck;
import java.util.List;

/** The jar's entry point. */
public final class JvmMain {
    private JvmMain() {}

    public static void main(String[] arguments) {
        JvmHost host = new JvmHost(System.out, System.err);
        System.exit(Healthcheck.run(List.of(arguments), host, new JvmNet()));
    }
}
