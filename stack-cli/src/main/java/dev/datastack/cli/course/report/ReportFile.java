package dev.datastack.cli.course.report;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the page goes. */
final class ReportFile {
    private ReportFile() {}

    static void write(Path file, String html) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, html);
        } catch (IOException e) {
            throw new StackException(
                    Problem.REPORT_UNWRITABLE, e + ".", "to write " + file, "choose another place with --output");
        }
    }
}
