package dev.datastack.cli.course;

import dev.datastack.cli.course.Manifest.Topic;

/** One line of the list: an exercise and how far the learner is with it. */
public record Standing(String number, String title, String topic, String state, int hintsSeen, boolean current) {
    public static final String PASSED = "passed";

    static Standing of(Topic topic, Exercise exercise, Progress progress) {
        var state = progress.hasPassed(exercise) ? PASSED : progress.isStarted(exercise) ? "started" : "open";
        var heading = topic.number() + " " + topic.title();
        return new Standing(
                exercise.number(),
                exercise.title(),
                heading,
                state,
                progress.hints(exercise),
                progress.isCurrent(exercise));
    }
}
