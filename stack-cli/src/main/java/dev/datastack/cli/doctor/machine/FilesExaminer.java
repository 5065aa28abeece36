package dev.datastack.cli.doctor.machine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.host.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/** Files of this clone that containers run, and scripts that people run: as git made them, or changed on their way. */
public final class FilesExaminer implements Examiner {
    private static final List<String> SCRIPTS = List.of("stack", "mvnw", "docker/engine/install.sh");
    private static final long LARGEST = 1 << 20;

    private final Path root;
    private final Platform platform;

    public FilesExaminer(Path root, Platform platform) {
        this.root = root;
        this.platform = platform;
    }

    @Override
    public void examine(Findings findings) {
        for (var file : texts()) {
            var text = read(file);
            if (text.contains("\r\n") && text.indexOf('\0') < 0) {
                var name = root.relativize(file);
                findings.add(
                        Cause.CLONE_CRLF,
                        name + ": Linux takes the line end into the last word of a line",
                        "sed -i 's/\\r$//' " + name
                                + "; 'git config core.autocrlf input' keeps git from doing it again",
                        () -> write(file, text.replace("\r\n", "\n")));
            }
        }
        if (!platform.isWindows()) {
            SCRIPTS.stream()
                    .map(root::resolve)
                    .filter(file -> Files.exists(file) && !Files.isExecutable(file))
                    .forEach(file -> findings.add(
                            Cause.CLONE_NOT_EXECUTABLE,
                            root.relativize(file) + ", as after unpacking a zip file",
                            "chmod +x " + root.relativize(file),
                            () -> makeExecutable(file)));
        }
    }

    private List<Path> texts() {
        var texts = new ArrayList<>(
                SCRIPTS.stream().map(root::resolve).filter(Files::isRegularFile).toList());
        var folder = root.resolve("docker/");
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder)) {
                files.filter(file -> Files.isRegularFile(file) && !texts.contains(file) && size(file) < LARGEST)
                        .forEach(texts::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeExecutable(Path file) {
        try {
            var modes = Files.getPosixFilePermissions(file);
            modes.add(PosixFilePermission.OWNER_EXECUTE);
            modes.add(PosixFilePermission.GROUP_EXECUTE);
            modes.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(file, modes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
