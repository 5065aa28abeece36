package dev.datastack.cli.demo;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.util.Locale;

/** The machine, as far as PostgreSQL's binaries depend on it. */
public record Platform(String system, String processor) {

    public static Platform here() {
        return new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** The archive of binaries that the build chose must be the one for this machine. */
    void require() {
        if (Platform.class.getResource(archive()) == null) {
            throw new StackException(
                    Problem.DEMO_UNSUPPORTED,
                    "there are no PostgreSQL binaries for " + system + " on " + processor + ".",
                    archive() + " in stack.jar",
                    isWindows()
                            ? "use Docker Desktop: './stack up' needs no binaries of its own"
                            : "use Docker: './stack up'; if stack-cli was built on another machine, delete"
                                    + " stack-cli/target/stack.jar and run it again");
        }
    }

    boolean isWindows() {
        return system.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** As the library names them; what it has none for gets a name that nothing has. */
    private String archive() {
        var lower = system.toLowerCase(Locale.ROOT);
        var name = isWindows() ? "windows" : lower.startsWith("mac") ? "darwin" : lower;
        var chip = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> processor;
        };
        return "/postgres-" + name + "-" + chip + ".txz";
    }
}
