package dev.datastack.cli.course.report;

import dev.datastack.cli.course.Progress;
import dev.datastack.cli.course.StoredProgress;
import dev.datastack.cli.course.grade.GradeJson;
import dev.datastack.cli.sandbox.ProjectFiles;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of a learner, known by what is in it. */
sealed interface LearnerFile {
    /** Both kinds have some kilobytes; what is larger is neither. */
    long LONGEST = 1 << 20;

    String ASK_AGAIN = "ask for the file again: a learner's progress is course/progress.json in the clone";

    /** How far the learner is. */
    record OfProgress(Progress progress) implements LearnerFile {}

    /** How their project was graded. */
    record OfGrade(GradeSheet grade) implements LearnerFile {}

    /** It should have been one of these. */
    record Damaged(String why, String next) implements LearnerFile {}

    /** It is JSON of something else. */
    record Foreign() implements LearnerFile {}

    static LearnerFile read(ProjectFiles files, String file) {
        if (files.leadsOut(file)) {
            return new Damaged(
                    "it is a link that leads out of the folder, or nowhere; it was not followed",
                    "put the file itself in its place");
        }
        try {
            // As bytes: PowerShell writes UTF-16 where a file is redirected to, and the parser sees that.
            return of(JsonMapper.shared().readTree(files.bytes(file, LONGEST)));
        } catch (JacksonException e) {
            var place = e.getLocation();
            return new Damaged(
                    "it is no JSON"
                            + (place == null ? "" : ": it breaks off or goes wrong in line " + place.getLineNr()),
                    ASK_AGAIN);
        } catch (IOException e) {
            return new Damaged("it " + reason(e, file), ASK_AGAIN);
        }
    }

    private static LearnerFile of(JsonNode json) {
        try {
            if (StoredProgress.isProgress(json)) {
                return new OfProgress(StoredProgress.parse(json));
            }
        } catch (StoredProgress.Newer newer) {
            return newer(String.valueOf(newer.getMessage()));
        } catch (StoredProgress.Foreign foreign) {
            return new Damaged("it looks like progress, but " + foreign.getMessage(), ASK_AGAIN);
        }
        return GradeSheet.isGrade(json) ? grade(json) : new Foreign();
    }

    private static LearnerFile grade(JsonNode json) {
        int format = json.path("format").asInt(GradeJson.FORMAT);
        if (format > GradeJson.FORMAT) {
            return newer("it has format " + format + " of a newer version; this clone knows formats up to "
                    + GradeJson.FORMAT);
        }
        return GradeSheet.of(json)
                .<LearnerFile>map(OfGrade::new)
                .orElseGet(() -> new Damaged(
                        "it looks like a grade, but its rules are not those of 'course grade'",
                        "make it anew: ./stack course grade DIR --json > FILE"));
    }

    private static Damaged newer(String why) {
        return new Damaged(why, "update this clone: git pull");
    }

    private static String reason(IOException e, String file) {
        var message = String.valueOf(e.getMessage());
        return message.startsWith(file + " is ")
                ? message.substring(file.length() + 1)
                : "cannot be read (" + e.getClass().getSimpleName() + ")";
    }
}
