package dev.datastack.cli.ports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the process that listens on a port where the system says so in /proc; elsewhere nobody is found. */
final class ListeningProcess {
    private static final String LISTEN = "0A";

    private final Path proc;

    ListeningProcess(Path proc) {
        this.proc = proc;
    }

    Optional<String> on(int port) {
        return in(port, "net/tcp", "net/tcp6");
    }

    /** The same for the addresses of IPv6 alone. */
    Optional<String> onSixth(int port) {
        return in(port, "net/tcp6");
    }

    private Optional<String> in(int port, String... tables) {
        return Stream.of(tables)
                .flatMap(table -> lines(proc.resolve(table)).stream())
                .flatMap(line -> inode(line, port).stream())
                .flatMap(inode -> holder("socket:[" + inode + "]").stream())
                .findFirst();
    }

    private static Optional<String> inode(String line, int port) {
        var columns = line.strip().split("\\s+", -1);
        var suffix = String.format(Locale.ROOT, ":%04X", port);
        var listens = columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTEN);
        return listens ? Optional.of(columns[9]) : Optional.empty();
    }

    /** Other users' processes do not show their sockets to anybody but root. */
    private Optional<String> holder(String socket) {
        return children(proc).stream()
                .filter(process -> process.getFileName().toString().matches("\\d+"))
                .filter(process -> children(process.resolve("fd")).stream()
                        .anyMatch(file -> target(file).equals(socket)))
                .findFirst()
                .map(process -> "process " + process.getFileName() + name(process));
    }

    private static String name(Path process) {
        var name = lines(process.resolve("comm"));
        return name.isEmpty() ? "" : " (" + name.get(0) + ")";
    }

    private static List<Path> children(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
