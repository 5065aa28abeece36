package dev.datastack.acceptance.stack;

import dev.datastack.cli.process.Finished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code stack} command that this build has packaged. */
public final class StackCommand {
    private StackCommand() {}

    /** Runs it for the project and in the folder of a shell. */
    public static Finished run(Shell shell, String... arguments) {
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        var jar = Repository.root().resolve("stack-cli/target/stack.jar").toString();
        var argv = new ArrayList<>(List.of(java, "-Dstack.home=" + shell.folder(), "-jar", jar));
        argv.addAll(List.of(arguments));
        return shell.run(argv);
    }
}
