package dev.datastack.cli.course.report;

import dev.datastack.cli.course.Progress;
import java.util.Optional;

/** What is there of one learner. */
record Submission(String name, Optional<Progress> progress, Optional<Graded> grade) {
    /** A grade, and whether it lay in the learner's own folder, where the learner may have written it. */
    record Graded(GradeSheet sheet, boolean handedIn) {}

    static Submission named(String name) {
        return new Submission(name, Optional.empty(), Optional.empty());
    }

    Submission with(Progress found) {
        return new Submission(name, Optional.of(found), grade);
    }

    Submission with(Graded found) {
        return new Submission(name, progress, Optional.of(found));
    }

    boolean isEmpty() {
        return progress.isEmpty() && grade.isEmpty();
    }
}
