package dev.datastack.cli.course.report;

import dev.datastack.cli.course.Exercise;
import dev.datastack.cli.course.Progress;
import dev.datastack.cli.course.Progress.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One learner: each exercise in order, or none where there is no progress; and the grade, if there is one. */
public record LearnerFacts(
        String name,
        int passed,
        Optional<Instant> lastSeen,
        int otherExercises,
        List<Place> places,
        Optional<GradeFacts> grade) {
    /** Clocks differ; one that is years ahead tells nothing. */
    private static final Duration AHEAD = Duration.ofDays(1);

    static LearnerFacts of(Submission submission, List<Exercise> exercises, Instant now) {
        var places = submission
                .progress()
                .map(progress -> exercises.stream()
                        .map(exercise -> Place.of(exercise, progress))
                        .toList())
                .orElse(List.of());
        return new LearnerFacts(
                Words.of(submission.name(), Words.NAME),
                count(places, State.PASSED),
                submission.progress().flatMap(progress -> lastSeen(progress, now)),
                submission
                        .progress()
                        .map(progress -> others(progress, exercises))
                        .orElse(0),
                places,
                submission.grade().map(GradeFacts::of));
    }

    private static int count(List<Place> places, State state) {
        return (int) places.stream().filter(place -> place.state() == state).count();
    }

    private static Optional<Instant> lastSeen(Progress progress, Instant now) {
        return progress.marks().values().stream()
                .flatMap(LearnerFacts::times)
                .filter(time -> time.isBefore(now.plus(AHEAD)))
                .max(Comparator.naturalOrder());
    }

    private static Stream<Instant> times(Mark mark) {
        var passed = Optional.ofNullable(mark.passed());
        var tried = Optional.ofNullable(mark.tries()).map(tries -> tries.last());
        return Stream.of(Optional.of(mark.started()), passed, tried).flatMap(Optional::stream);
    }

    /** Exercises of another version of the course. */
    private static int others(Progress progress, List<Exercise> exercises) {
        var folders = new HashSet<>(progress.marks().keySet());
        exercises.forEach(exercise -> folders.remove(exercise.folder()));
        return folders.size();
    }

    boolean hasProgress() {
        return !places.isEmpty();
    }

    boolean isThrough() {
        return hasProgress() && passed == places.size();
    }

    List<Place> failing() {
        return places.stream().filter(place -> place.state() == State.FAILING).toList();
    }

    Optional<Place> current() {
        return places.stream().filter(Place::current).findFirst();
    }

    int hints() {
        return places.stream().mapToInt(Place::hints).sum();
    }
}
