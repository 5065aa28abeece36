package dev.datastack.cli.launcher;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The real {@code stack.cmd} in a clone without anything else, run by the cmd of Wine. */
final class WineClone {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));
    private static final String COMPILER = "x86_64-w64-mingw32-gcc";
    private static final ProcessRunner RUNNER = new ProcessRunner();

    final Path jar;
    private final Path root;
    private final Path home;
    private final Map<String, String> environment;

    /** The prefix is Wine's own folder, which several clones share: it takes seconds to make one. */
    WineClone(Path folder, Path prefix) throws IOException {
        root = Files.createDirectories(folder.resolve("a clone"));
        home = folder.resolve("jdk");
        jar = root.resolve("stack-cli/target/stack.jar");
        environment = new LinkedHashMap<>(Map.of(
                "PATH", System.getenv("PATH"),
                "HOME", folder.toString(),
                "WINEPREFIX", prefix.toString(),
                "WINEDEBUG", "-all",
                "WINEDLLOVERRIDES", "mscoree,mshtml="));
        if (!Files.exists(prefix.resolve("system.reg"))) {
            wine(List.of("wineboot", "--init")).orThrow();
        }
        Files.createDirectories(jar.getParent());
        Files.copy(ROOT.resolve("stack.cmd"), root.resolve("stack.cmd"));
        // A cache of classes cannot be made: that would go on after the test.
        Files.writeString(jar.resolveSibling("start"), "");
        // Wine's cmd takes the quotes from a name with a space where another word has quotes.
        var run = "@\"" + windows(root.resolve("stack.cmd")) + "\" %*\r\n";
        Files.writeString(folder.resolve("run.cmd"), run);
        Files.writeString(root.resolve("mvnw.cmd"), "@echo jar> stack-cli\\target\\stack.jar\r\n");
    }

    static boolean canBe() {
        return List.of("wine", "wineserver", COMPILER).stream().allMatch(WineClone::isThere);
    }

    private static boolean isThere(String program) {
        try {
            return RUNNER.run(Call.of(program, "--version")).well();
        } catch (CommandException absent) {
            return false;
        }
    }

    /** One that prints what it is run with, and ends with 3. */
    void jdk(boolean compiler) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        var java = home.resolve("bin/java.exe");
        var source = ROOT.resolve("stack-cli/src/test/resources/launcher/java.c");
        RUNNER.run(Call.of(COMPILER, "-O1", "-s", "-o", java.toString(), source.toString()))
                .orThrow();
        if (compiler) {
            Files.copy(java, home.resolve("bin/javac.exe"));
        }
    }

    /** Without a version there is no java. */
    Finished stack(String version, String... arguments) {
        if (!version.isEmpty()) {
            environment.put("JAVA_HOME", windows(home));
            environment.put("STAND_IN_HOME", windows(home));
            environment.put("STAND_IN_VERSION", version);
        }
        var argv = new ArrayList<>(List.of("wine", "cmd", "/c", windows(root.resolveSibling("run.cmd"))));
        argv.addAll(List.of(arguments));
        return wine(argv);
    }

    /** Ends what Wine left running for the next program. */
    void close() {
        wine(List.of("wineserver", "--kill"));
        wine(List.of("wineserver", "--wait"));
    }

    private Finished wine(List<String> argv) {
        return RUNNER.run(Call.of(argv).only(environment).in(root).within(Duration.ofMinutes(2)));
    }

    /** Wine's name for the root of this machine's files is a drive. */
    private static String windows(Path path) {
        return "Z:" + path.toString().replace('/', '\\');
    }
}
