package dev.datastack.cli.course;

import dev.datastack.cli.course.check.Check;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One exercise. The folder is below docs/exercises (the starter), docs/solutions and the learner's work folder alike;
 * {@code failing} names the checks that fail as shipped; {@code slow} says before a check why it takes more than a moment.
 */
public record Exercise(
        String number,
        String title,
        String folder,
        @Nullable String slow,
        List<String> hints,
        List<String> failing,
        List<Check> checks) {

    /** The folder's own name without its number: what a learner may say instead of the number. */
    String shortName() {
        return folder.substring(folder.lastIndexOf('/') + 1).replaceFirst("^\\d+-", "");
    }

    String topicFolder() {
        return folder.substring(0, folder.indexOf('/'));
    }

    String warning() {
        return Objects.requireNonNullElse(slow, "");
    }
}
