package dev.datastack.cli.course;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The learner's progress on disk. */
final class ProgressFile {
    private final Path file;

    ProgressFile(Path file) {
        this.file = file;
    }

    Progress read() {
        if (!Files.exists(file)) {
            return Progress.NONE;
        }
        try {
            return JsonMapper.shared().readValue(Files.readString(file), Progress.class);
        } catch (IOException | JacksonException e) {
            throw new StackException(
                    Problem.COURSE_UNREADABLE,
                    "your progress cannot be read (" + e.getClass().getSimpleName() + ").",
                    file.toString(),
                    "move that file away; your work stays, and './stack course check N' marks what passes");
        }
    }

    /** Written beside it and moved: a reader never finds half a file. */
    void write(Progress progress) {
        try {
            Files.createDirectories(file.getParent());
            var beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(
                    beside, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(progress) + "\n");
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw WorkFolder.unusable(file, e);
        }
    }
}
