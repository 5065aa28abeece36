package dev.datastack.cli.build;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One Maven at a time in this clone. The system frees the lock when its holder ends, however that ends. */
final class BuildLock {
    private final FileChannel channel;

    private BuildLock(FileChannel channel) {
        this.channel = channel;
    }

    static BuildLock take(Path file, Runnable waiting) {
        try {
            Files.createDirectories(file.getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                waiting.run();
                channel.lock();
            }
            return new BuildLock(channel);
        } catch (IOException e) {
            throw new StackException(
                    Problem.JARS_NOT_BUILT,
                    file + " cannot be written (" + e + ").",
                    "to keep a second build away meanwhile",
                    MavenFailure.UNWRITABLE.next());
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
