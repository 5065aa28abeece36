package dev.datastack.cli.course.report;

import dev.datastack.cli.course.Exercise;
import dev.datastack.cli.course.Manifest;
import dev.datastack.cli.course.Manifest.Topic;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** All that the report of a class says. */
public record ClassFacts(
        Instant made,
        List<ExerciseFacts> exercises,
        List<LearnerFacts> learners,
        List<CheckFacts> checks,
        List<NotRead> notRead,
        List<String> otherFiles) {
    /** An exercise, and how many learners are how far with it. */
    public record ExerciseFacts(String number, String title, String topic, int passed, int failing, int started) {}

    private static final int MOST_OTHERS = 8;

    /** Who is furthest first, so that the matrix has the shape of a staircase. */
    private static final Comparator<LearnerFacts> FURTHEST_FIRST = Comparator.comparing(LearnerFacts::hasProgress)
            .thenComparing(LearnerFacts::passed)
            .reversed()
            .thenComparing(learner -> learner.name().toLowerCase(Locale.ROOT));

    static ClassFacts of(Manifest manifest, Roster roster, Instant now) {
        var exercises = manifest.exercises();
        var learners = roster.submissions().stream()
                .map(submission -> LearnerFacts.of(submission, exercises, now))
                .sorted(FURTHEST_FIRST)
                .toList();
        return new ClassFacts(
                now,
                manifest.topics().stream()
                        .flatMap(topic -> topic.exercises().stream().map(exercise -> count(topic, exercise, learners)))
                        .toList(),
                learners,
                CheckFacts.of(exercises, roster.submissions()),
                roster.notRead(),
                roster.otherFiles());
    }

    private static ExerciseFacts count(Topic topic, Exercise exercise, List<LearnerFacts> learners) {
        return new ExerciseFacts(
                exercise.number(),
                exercise.title(),
                topic.number() + " " + topic.title(),
                count(learners, exercise, State.PASSED),
                count(learners, exercise, State.FAILING),
                count(learners, exercise, State.STARTED));
    }

    private static int count(List<LearnerFacts> learners, Exercise exercise, State state) {
        return (int) learners.stream()
                .flatMap(learner -> learner.places().stream())
                .filter(place -> place.number().equals(exercise.number()) && place.state() == state)
                .count();
    }

    List<LearnerFacts> withProgress() {
        return learners.stream().filter(LearnerFacts::hasProgress).toList();
    }

    /** The best first. */
    List<LearnerFacts> graded() {
        return learners.stream()
                .filter(learner -> learner.grade().isPresent())
                .sorted(Comparator.comparing((LearnerFacts learner) ->
                                -learner.grade().map(GradeFacts::score).orElse(0))
                        .thenComparing(learner -> learner.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** By name, as many as a line holds; an archive among a hundred images is seen in the JSON. */
    String otherFilesInShort() {
        var first = String.join(", ", otherFiles.subList(0, Math.min(MOST_OTHERS, otherFiles.size())));
        return otherFiles.size() <= MOST_OTHERS ? first : first + " and " + (otherFiles.size() - MOST_OTHERS) + " more";
    }

    int through() {
        return (int) learners.stream().filter(LearnerFacts::isThrough).count();
    }

    int failing() {
        return (int) learners.stream()
                .filter(learner -> !learner.failing().isEmpty())
                .count();
    }
}
