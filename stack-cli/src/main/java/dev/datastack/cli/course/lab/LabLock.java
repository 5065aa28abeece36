package dev.datastack.cli.course.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One check of a folder at a time: with {@code watch} in one terminal and {@code check} in another the second waits for
 * the first. The system lifts it when the process ends, however that ends.
 */
final class LabLock implements AutoCloseable {
    private final FileChannel channel;

    private LabLock(FileChannel channel) {
        this.channel = channel;
    }

    static LabLock waitFor(Path file) {
        try {
            Files.createDirectories(file.getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new LabLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
