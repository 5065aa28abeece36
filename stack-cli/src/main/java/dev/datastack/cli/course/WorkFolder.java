package dev.datastack.cli.course;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The learner's copies of the starters. What is there is never overwritten, only moved. */
final class WorkFolder {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path starters;
    private final Path folder;

    WorkFolder(Path starters, Path folder) {
        this.starters = starters;
        this.folder = folder;
    }

    Path starter(Exercise exercise) {
        return starters.resolve(exercise.folder());
    }

    Path of(Exercise exercise) {
        return folder.resolve(exercise.folder());
    }

    boolean holds(Exercise exercise) {
        return !Folders.files(of(exercise)).isEmpty();
    }

    /** Copies the starter unless something is there; says whether it did. */
    boolean fill(Exercise exercise) {
        if (holds(exercise)) {
            return false;
        }
        try {
            Files.createDirectories(of(exercise));
            Folders.copy(starter(exercise), of(exercise));
            return true;
        } catch (IOException e) {
            throw unusable(of(exercise), e);
        } catch (UncheckedIOException e) {
            throw unusable(of(exercise), new IOException(e.getMessage(), e));
        }
    }

    /** Moves the work away, copies the starter again, and returns where the work is now. */
    Path refill(Exercise exercise, Instant now) {
        var backup = folder.resolve(".backup").resolve(exercise.folder() + "-" + STAMP.format(now));
        try {
            Files.createDirectories(backup.getParent());
            Files.move(of(exercise), backup);
        } catch (IOException e) {
            throw unusable(of(exercise), e);
        }
        fill(exercise);
        return backup;
    }

    static StackException unusable(Path path, IOException cause) {
        return new StackException(
                Problem.WORK_FOLDER_UNUSABLE,
                "it cannot be written (" + cause + ").",
                path.toString(),
                "check the owner and the mode of the folder, or take another one with --folder");
    }
}
