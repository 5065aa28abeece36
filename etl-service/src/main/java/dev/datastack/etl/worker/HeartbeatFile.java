package dev.datastack.etl.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Optional;

/** The file whose age tells the health check that this service works. */
final class HeartbeatFile {

    private final Optional<Path> file;
    private final Clock clock;

    HeartbeatFile(Optional<Path> file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    void touch() {
        file.ifPresent(this::touch);
    }

    private void touch(Path path) {
        try {
            FileTime now = FileTime.from(clock.instant());
            try {
                Files.setLastModifiedTime(path, now);
            } catch (NoSuchFileException e) {
                Files.createFile(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The heartbeat file " + path + " cannot be written. Set ETL_HEARTBEAT_FILE to one that can.", e);
        }
    }
}
