package dev.datastack.cli.demo;

import dev.datastack.cli.host.Platform;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.util.Locale;

/** PostgreSQL's programs, which depend on the machine. */
record Binaries(Platform machine) {

    /** The archive of binaries that the build chose must be the one for this machine. */
    void require() {
        if (Binaries.class.getResource(archive()) == null) {
            throw new StackException(
                    Problem.DEMO_UNSUPPORTED,
                    "there are no PostgreSQL binaries for " + machine.system() + " on " + machine.processor() + ".",
                    archive() + " in stack.jar",
                    machine.isWindows()
                            ? "use Docker Desktop: './stack up' needs no binaries of its own"
                            : "use Docker: './stack up'; if stack-cli was built on another machine, delete"
                                    + " stack-cli/target/stack.jar and run it again");
        }
    }

    /** As the library names them; what it has none for gets a name that nothing has. */
    private String archive() {
        var system = machine.isWindows()
                ? "windows"
                : machine.isMac() ? "darwin" : machine.system().toLowerCase(Locale.ROOT);
        var chip = switch (machine.processor()) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machine.processor();
        };
        return "/postgres-" + system + "-" + chip + ".txz";
    }
}
