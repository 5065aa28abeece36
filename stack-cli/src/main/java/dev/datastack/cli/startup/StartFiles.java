package dev.datastack.cli.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The last starts of this clone, a file each, in {@code .stack/starts}. */
public final class StartFiles {
    /** From the clone's folder. */
    public static final String FOLDER = ".stack/starts";

    private static final int KEPT = 20;
    private static final String ENDING = ".json";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;

    public StartFiles(Path root) {
        this.folder = root.resolve(FOLDER);
    }

    /** Written beside its place and renamed, so that no reader finds half a file; the oldest beyond twenty are removed. */
    void keep(StartRecord start) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(name(start.began()));
        var beside = Files.createTempFile(folder, "start", ".new");
        try {
            Files.writeString(
                    beside, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(start) + "\n");
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        for (var old : files().stream().skip(KEPT).toList()) {
            Files.deleteIfExists(old);
        }
    }

    static String name(Instant began) {
        return NAME.format(began) + ENDING;
    }

    /** The newest first. A file that is not one of these is passed over with a warning that names it. */
    public List<StartRecord> newest(int count, Consumer<String> warnings) {
        try {
            return files().stream()
                    .flatMap(file -> read(file, warnings).stream())
                    .limit(count)
                    .toList();
        } catch (IOException e) {
            warnings.accept("stack: the recorded starts in " + folder + " cannot be read: " + e);
            return List.of();
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private static Optional<StartRecord> read(Path file, Consumer<String> warnings) {
        try {
            var json = JsonMapper.shared().readTree(Files.readAllBytes(file));
            int format = json.path("format").asInt(0);
            if (format == StartRecord.FORMAT) {
                return Optional.of(JsonMapper.shared().treeToValue(json, StartRecord.class));
            }
            warnings.accept(passedOver(
                    file,
                    format > StartRecord.FORMAT ? "is of a newer version of this clone" : "is no recorded start"));
        } catch (JacksonException e) {
            warnings.accept(passedOver(file, "is damaged or no recorded start"));
        } catch (IOException e) {
            warnings.accept(passedOver(file, "cannot be read (" + e.getClass().getSimpleName() + ")"));
        }
        return Optional.empty();
    }

    private static String passedOver(Path file, String why) {
        return "stack: " + file + " " + why + "; it is passed over";
    }
}
