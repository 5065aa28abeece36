package dev.datastack.etl.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file whose age tells the health check that this service works. */
final class HeartbeatFile {

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatFile.class);

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
        FileTime now = FileTime.from(clock.instant());
        try {
            Files.setLastModifiedTime(path, now);
        } catch (NoSuchFileException e) {
            create(path);
        } catch (IOException e) {
            complain(path, e);
        }
    }

    private static void create(Path path) {
        try {
            Files.createFile(path);
        } catch (IOException e) {
            complain(path, e);
        }
    }

    // No reason to stop the loads: whoever looks at the file sees that it is missing or old.
    private static void complain(Path path, IOException e) {
        LOG.error(
                "The heartbeat file {} cannot be written ({}). Set ETL_HEARTBEAT_FILE to one that can.",
                path,
                e.getClass().getSimpleName());
    }
}
