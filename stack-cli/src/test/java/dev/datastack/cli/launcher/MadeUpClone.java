package dev.datastack.cli.launcher;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** The real launcher in a clone without anything else, and a PATH of the ordinary tools and what a test adds to them. */
final class MadeUpClone {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));
    private static final List<String> TOOLS = List.of(
            "sh", "bash", "cat", "cksum", "cut", "dirname", "find", "head", "id", "locale", "mkdir", "mv", "nice", "rm",
            "sed", "sleep", "stty", "tr", "uname", "wc", "apt-get");
    private static final List<String> FILES = List.of(
            "stack", "stack-cli/launcher/java.sh", "stack-cli/launcher/build.sh", "stack-cli/launcher/cache.sh");

    final Path root;
    final Path bin;
    final Path jar;
    final Path caches;

    MadeUpClone(Path root) throws IOException {
        this.root = root;
        bin = Files.createDirectories(root.resolve("bin"));
        jar = root.resolve("stack-cli/target/stack.jar");
        caches = root.resolve("stack-cli/target/start");
        for (var tool : TOOLS) {
            script("bin/" + tool, "exec " + real(tool) + " \"$@\"");
        }
        // As on an older macOS.
        script("bin/readlink", "[ \"$1\" != -f ] || exit 1; exec " + real("readlink") + " \"$@\"");
        Files.createDirectories(root.resolve("stack-cli/src/main"));
        Files.createDirectories(root.resolve("stack-cli/launcher"));
        Files.createDirectories(jar.getParent());
        for (var file : FILES) {
            Files.copy(ROOT.resolve(file), root.resolve(file));
        }
        Files.writeString(root.resolve("pom.xml"), "");
        Files.writeString(root.resolve("stack-cli/pom.xml"), "");
        Files.writeString(jar, "");
        // A cache cannot be made: the launcher would do that beside the test, and after its end.
        Files.writeString(caches, "");
        script("mvnw", "echo built with: \"$@\" >>'" + root.resolve("builds") + "'; echo jar >'" + jar + "'");
    }

    private static String real(String tool) {
        return List.of("/bin/", "/usr/bin/", "/usr/local/bin/").stream()
                .map(folder -> folder + tool)
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .orElse("false");
    }

    Path script(String name, String body) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A JDK in a folder; it says with which words it was run. */
    Path jdk(String folder, String version) throws IOException {
        script(folder + "/bin/java", "echo run with: \"$@\"; echo home: $JAVA_HOME");
        script(folder + "/bin/javac", "true");
        Files.writeString(root.resolve(folder + "/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return root.resolve(folder);
    }

    void javaOnPath(String version) throws IOException {
        Files.createSymbolicLink(bin.resolve("java"), jdk("jdk", version).resolve("bin/java"));
    }

    /** As a version manager's shim or somebody's wrapper: no JDK around it, and the JVM's word on its options first. */
    void shimOnPath(Path home, String version) throws IOException {
        script("bin/java", """
                echo 'Picked up JAVA_TOOL_OPTIONS: -Dfile.encoding="UTF-8"' >&2
                if [ "$1" = -XshowSettings:properties ]; then
                  printf '    java.home = %s\\n    java.version = %s\\n    java.version.date = 2025-04-15\\n' >&2
                else
                  exec '%s/bin/java' "$@"
                fi""".formatted(home, version, home));
    }

    /** A jar whose main class is {@link WhereAmI}. */
    void realJar() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, WhereAmI.class.getName());
        var name = WhereAmI.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var code = Objects.requireNonNull(WhereAmI.class.getResourceAsStream("/" + name))) {
            out.putNextEntry(new ZipEntry(name));
            code.transferTo(out);
        }
    }

    void sourceIsNewer() throws IOException {
        var source = Files.writeString(root.resolve("stack-cli/src/main/A.java"), "");
        Files.setLastModifiedTime(
                jar, FileTime.from(Files.getLastModifiedTime(source).toInstant().minusSeconds(5)));
    }

    List<String> builds() throws IOException {
        var file = root.resolve("builds");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    Finished stack(String... arguments) {
        return stack(List.of(), root.resolve("stack"), line -> {}, arguments);
    }

    Finished stackWith(List<String> environment, String... arguments) {
        return stack(environment, root.resolve("stack"), line -> {}, arguments);
    }

    Finished stack(List<String> environment, Path launcher, Consumer<String> lines, String... arguments) {
        var argv = new ArrayList<>(List.of("env", "-i", "PATH=" + bin));
        argv.addAll(environment);
        argv.add(launcher.toString());
        argv.addAll(List.of(arguments));
        return new ProcessRunner().run(Call.of(argv).in(root).telling(lines));
    }
}
