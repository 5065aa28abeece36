package dev.datastack.cli.launcher;

import dev.datastack.cli.TestShells;
import dev.datastack.cli.process.Finished;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real {@code stack.cmd} in a clone without anything else, run by the cmd of Wine. */
final class WineClone {
    private static final String HOME = "/home/tools/";
    /**
     * $1 is a new folder. A cache of classes cannot be made in it: that would go on after the test. Wine's cmd takes the
     * quotes from a name with a space where another word has quotes, so a script without spaces calls the launcher.
     */
    private static final String CLONE = """
            mkdir -p "$1/a clone/stack-cli/target" "$1/jdk/bin"
            cd "$1/a clone"
            cp /repository/stack.cmd .
            : >stack-cli/target/start
            printf '@echo jar> stack-cli\\\\target\\\\stack.jar\\r\\n' >mvnw.cmd
            printf '@"%%~dp0a clone\\\\stack.cmd" %%*\\r\\n' >../run.cmd
            """;

    private final TestShells shells;
    private final String folder;
    private final LauncherCase one;

    WineClone(TestShells shells, LauncherCase one) {
        this.shells = shells;
        this.one = one;
        folder = HOME + one;
        shells.run("sh", "-euc", CLONE, "sh", folder).orThrow();
        copyJava("java.exe");
        if (one.compiler) {
            copyJava("javac.exe");
        }
        if (one.jar) {
            shells.run("touch", jar()).orThrow();
        }
    }

    /** Wine's own folder, which all clones share: it takes seconds to make one. */
    static void prepare(TestShells shells) {
        shells.run("wine", "wineboot", "--init").orThrow();
    }

    /** One that prints what it is run with, and ends with 3. */
    private void copyJava(String name) {
        shells.run("cp", "/opt/java.exe", folder + "/jdk/bin/" + name).orThrow();
    }

    private String jar() {
        return folder + "/a clone/stack-cli/target/stack.jar";
    }

    boolean hasJar() {
        return shells.run("test", "-f", jar()).well();
    }

    /** Without a version there is no java. */
    Finished stack(String... arguments) {
        var home = windows(folder + "/jdk");
        Map<String, String> java = one.version.isEmpty()
                ? Map.of()
                : Map.of("JAVA_HOME", home, "STAND_IN_HOME", home, "STAND_IN_VERSION", one.version);
        var argv = new ArrayList<>(List.of("wine", "cmd", "/c", windows(folder + "/run.cmd")));
        argv.addAll(List.of(arguments));
        return shells.run(java, argv);
    }

    /** Wine's name for the root of the container's files is a drive. */
    private static String windows(String path) {
        return "Z:" + path.replace('/', '\\');
    }
}
