package dev.datastack.cli.course.report;

import java.util.List;

/** All that was found of a class. Other files are named, so that an archive which nobody unpacked is not overlooked. */
record Roster(List<Submission> submissions, List<NotRead> notRead, List<String> otherFiles) {
    boolean isEmpty() {
        return submissions.stream().allMatch(Submission::isEmpty);
    }
}
