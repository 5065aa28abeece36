package dev.datastack.acceptance.stack;

import dev.datastack.cli.process.Finished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The {@code stack} command that this build has packaged. */
public final class StackCommand {
    private StackCommand() {}

    /** Runs it for the project and in the folder of a shell. */
    public static Finished run(Shell shell, String... arguments) {
        return shell.run(words(shell, arguments));
    }

    /** The same, but killed after this time, so that nothing of it can clean up; the exit code is 137 then. */
    public static Finished killedAfter(Duration time, Shell shell, String... arguments) {
        var seconds = String.valueOf(time.toMillis() / 1000.0);
        var argv = new ArrayList<>(List.of("timeout", "--signal", "KILL", seconds));
        argv.addAll(words(shell, arguments));
        return shell.run(argv);
    }

    private static List<String> words(Shell shell, String... arguments) {
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        var jar = Repository.root().resolve("stack-cli/target/stack.jar").toString();
        var argv = new ArrayList<>(List.of(java, "-Dstack.home=" + shell.folder(), "-jar", jar));
        argv.addAll(List.of(arguments));
        return argv;
    }
}
