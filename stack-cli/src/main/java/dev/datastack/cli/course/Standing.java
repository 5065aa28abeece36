package dev.datastack.cli.course;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.datastack.cli.course.Manifest.Topic;
import java.util.Locale;

/** One line of the list: an exercise and how far the learner is with it. */
public record Standing(String number, String title, String topic, State state, int hintsSeen, boolean current) {
    /** How far. */
    public enum State {
        NOT_STARTED,
        STARTED,
        PASSED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    static Standing of(Topic topic, Exercise exercise, Progress progress) {
        var state = progress.hasPassed(exercise)
                ? State.PASSED
                : progress.isStarted(exercise) ? State.STARTED : State.NOT_STARTED;
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
