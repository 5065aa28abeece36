package dev.datastack.cli.backup;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One backup or restore of a clone at a time. The system lifts it when the process ends, however that ends. */
public final class BackupLock {
    private BackupLock() {}

    /** The problem is what it is to the caller when another one is at work. */
    public static void during(Path root, Problem problem, Runnable work) {
        var file = root.resolve(".stack/backup.lock");
        try {
            Files.createDirectories(root.resolve(".stack"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                throw new StackException(
                        problem,
                        "another backup or restore of this clone is at work.",
                        "to lock " + file,
                        "wait until it has ended, and run the command again");
            }
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
