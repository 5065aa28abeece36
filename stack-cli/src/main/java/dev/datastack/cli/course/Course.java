package dev.datastack.cli.course;

import dev.datastack.cli.course.Manifest.Topic;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The course as one learner sees it: the exercises, how far they are, and where their work is. */
public final class Course {
    private static final String EXERCISES = "docs/exercises";

    private final Manifest manifest;
    private final Path solutions;
    private final WorkFolder work;
    private final @Nullable Path here;
    private final ProgressFile file;
    private final InstantSource clock;

    private Course(Manifest manifest, Path root, Path folder, @Nullable Path here, InstantSource clock) {
        this.manifest = manifest;
        this.solutions = root.resolve("docs/solutions");
        this.work = new WorkFolder(root.resolve(EXERCISES), folder);
        this.here = here;
        this.file = new ProgressFile(folder.resolve(ProgressFile.NAME));
        this.clock = clock;
    }

    /** {@code here} is the folder that the learner's shell is in, where that is known. */
    public static Course of(Path root, Path folder, @Nullable Path here, InstantSource clock) {
        return new Course(Manifest.read(root.resolve(EXERCISES).resolve("exercises.json")), root, folder, here, clock);
    }

    public Progress progress() {
        return file.read();
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The exercise asked for by number, topic or name; without a word that of the shell's folder, or the last one. */
    public Exercise exercise(@Nullable String asked) {
        if (asked == null) {
            return around().or(this::current)
                    .orElseThrow(() -> new StackException(
                            Problem.EXERCISE_NOT_STARTED,
                            "none was started yet.",
                            "your progress",
                            "./stack course start "
                                    + manifest.exercises().get(0).number()));
        }
        return manifest.exercise(asked)
                .or(() -> manifest.topic(asked).map(this::firstOpen))
                .orElseThrow(() -> new StackException(
                        Problem.EXERCISE_UNKNOWN,
                        "'" + asked + "' is neither a number, such as 1.2, nor a name.",
                        "docs/exercises/exercises.json",
                        "./stack course list"));
    }

    private Optional<Exercise> around() {
        return manifest.exercises().stream()
                .filter(exercise -> here != null && here.startsWith(work.of(exercise)))
                .findFirst();
    }

    private Exercise firstOpen(Topic topic) {
        var progress = file.read();
        return topic.exercises().stream()
                .filter(exercise -> !progress.hasPassed(exercise))
                .findFirst()
                .orElse(topic.exercises().get(0));
    }

    public Optional<Exercise> current() {
        var progress = file.read();
        return manifest.exercises().stream().filter(progress::isCurrent).findFirst();
    }

    /** The first after the current one that has not passed; else the first at all that has not. */
    public Optional<Exercise> next() {
        var progress = file.read();
        var all = manifest.exercises();
        int from = current().map(all::indexOf).orElse(-1) + 1;
        return Stream.concat(all.subList(from, all.size()).stream(), all.stream())
                .filter(exercise -> !progress.hasPassed(exercise))
                .filter(exercise -> !progress.isCurrent(exercise))
                .findFirst();
    }

    /** The exercise as it is shipped. */
    public Path starter(Exercise exercise) {
        return work.starter(exercise);
    }

    /** Where the learner's files of the exercise are. */
    public Path folder(Exercise exercise) {
        return work.of(exercise);
    }

    /** The same as {@link #folder} for an exercise that must have been started. */
    public Path startedFolder(Exercise exercise) {
        if (!work.holds(exercise)) {
            throw new StackException(
                    Problem.EXERCISE_NOT_STARTED,
                    exercise.number() + " " + exercise.title() + ".",
                    work.of(exercise).toString(),
                    "./stack course start " + exercise.number());
        }
        return work.of(exercise);
    }

    /** Copies the starter where there is no work yet, and makes the exercise the current one; says whether it copied. */
    public boolean start(Exercise exercise) {
        boolean copied = work.fill(exercise);
        change(progress -> progress.starting(exercise, clock.instant()));
        return copied;
    }

    /** Returns where the work was moved. */
    public Path reset(Exercise exercise) {
        startedFolder(exercise);
        return work.refill(exercise, clock.instant());
    }

    /** Remembers a pass, or else which checks failed. */
    public void checked(Exercise exercise, Report report) {
        var now = clock.instant();
        change(progress -> report.passed() ? progress.passing(exercise, now) : progress.failing(exercise, report, now));
    }

    /** The hints that the learner has seen, with the next one when they ask for it. */
    public List<String> hints(Exercise exercise, boolean oneMore) {
        var seen = Math.min(
                file.read().hints(exercise) + (oneMore ? 1 : 0),
                exercise.hints().size());
        change(progress -> progress.showing(exercise, seen, clock.instant()));
        return exercise.hints().subList(0, seen);
    }

    /** For who has passed; before that it would take the exercise away. */
    public Path solution(Exercise exercise) {
        if (!file.read().hasPassed(exercise)) {
            throw new StackException(
                    Problem.EXERCISE_OPEN,
                    exercise.number() + " " + exercise.title() + ".",
                    "your progress",
                    "./stack course hint " + exercise.number() + ", or go on with another: ./stack course list");
        }
        return solutions.resolve(exercise.folder());
    }

    public List<Standing> standings() {
        var progress = file.read();
        return manifest.topics().stream()
                .flatMap(topic -> topic.exercises().stream().map(exercise -> Standing.of(topic, exercise, progress)))
                .toList();
    }

    private void change(UnaryOperator<Progress> edit) {
        file.write(edit.apply(file.read()));
    }
}
