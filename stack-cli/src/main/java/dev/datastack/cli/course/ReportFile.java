package dev.datastack.cli.course;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** A file that an option of a command names. */
public record ReportFile(String option, Path file) {
    public void write(String text, OpenOption... how) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text, how);
        } catch (IOException e) {
            throw new StackException(
                    Problem.REPORT_UNWRITABLE, e + ".", "to write " + file, "choose another place with " + option);
        }
    }
}
