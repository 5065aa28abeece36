package dev.datastack.cli.course;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The learner's progress on disk. */
public final class ProgressFile {
    /** Of the file, in the learner's work folder. */
    public static final String NAME = "progress.json";

    private static final String MOVE_AWAY =
            "move that file away; your work stays, and './stack course check N' marks what passes";

    private final Path file;

    ProgressFile(Path file) {
        this.file = file;
    }

    Progress read() {
        if (!Files.exists(file)) {
            return Progress.NONE;
        }
        try {
            return StoredProgress.parse(JsonMapper.shared().readTree(Files.readAllBytes(file)));
        } catch (StoredProgress.Newer newer) {
            throw unreadable(newer.getMessage(), "update this clone: git pull");
        } catch (StoredProgress.Foreign foreign) {
            throw unreadable(foreign.getMessage(), MOVE_AWAY);
        } catch (IOException | JacksonException e) {
            throw unreadable(e.getClass().getSimpleName(), MOVE_AWAY);
        }
    }

    private StackException unreadable(@Nullable String why, String next) {
        return new StackException(
                Problem.COURSE_UNREADABLE, "your progress cannot be read (" + why + ").", file.toString(), next);
    }

    /** Written beside it and moved: a reader never finds half a file. */
    void write(Progress progress) {
        try {
            Files.createDirectories(file.getParent());
            var beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(
                    beside,
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(StoredProgress.of(progress))
                            + "\n");
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw WorkFolder.unusable(file, e);
        }
    }
}
