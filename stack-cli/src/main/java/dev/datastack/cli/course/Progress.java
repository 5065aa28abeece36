package dev.datastack.cli.course;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far a learner is, by the exercises' folders, which outlive a new numbering. */
public record Progress(@Nullable String current, Map<String, Mark> marks) {
    static final Progress NONE = new Progress(null, Map.of());

    /** {@code hints} is how many were shown; files of before the tries were kept have none. */
    public record Mark(
            Instant started,
            @Nullable Instant passed,
            int hints,
            @Nullable Tries tries) {
        static Mark starting(Instant now) {
            return new Mark(now, null, 0, null);
        }
    }

    public Optional<Mark> mark(Exercise exercise) {
        return Optional.ofNullable(marks.get(exercise.folder()));
    }

    boolean isStarted(Exercise exercise) {
        return mark(exercise).isPresent();
    }

    public boolean hasPassed(Exercise exercise) {
        return mark(exercise).filter(mark -> mark.passed() != null).isPresent();
    }

    int hints(Exercise exercise) {
        return mark(exercise).map(Mark::hints).orElse(0);
    }

    public boolean isCurrent(Exercise exercise) {
        return exercise.folder().equals(current);
    }

    Progress starting(Exercise exercise, Instant now) {
        return marking(exercise, mark(exercise).orElse(Mark.starting(now)));
    }

    /** A pass stays a pass: who goes on trying things out has learnt it all the same. */
    Progress passing(Exercise exercise, Instant now) {
        var mark = mark(exercise).orElse(Mark.starting(now));
        var passed = mark.passed() == null ? now : mark.passed();
        return marking(exercise, new Mark(mark.started(), passed, mark.hints(), mark.tries()));
    }

    /** What fails after a pass was tried out, and is no trouble. */
    Progress failing(Exercise exercise, Report report, Instant now) {
        if (hasPassed(exercise)) {
            return this;
        }
        var mark = mark(exercise).orElse(Mark.starting(now));
        var tries =
                mark.tries() == null ? Tries.first(report, now) : mark.tries().and(report, now);
        return new Progress(current, with(exercise, new Mark(mark.started(), null, mark.hints(), tries)));
    }

    /** Who looks up a hint of an earlier exercise stays at theirs. */
    Progress showing(Exercise exercise, int hints, Instant now) {
        var mark = mark(exercise).orElse(Mark.starting(now));
        return new Progress(current, with(exercise, new Mark(mark.started(), mark.passed(), hints, mark.tries())));
    }

    private Progress marking(Exercise exercise, Mark mark) {
        return new Progress(exercise.folder(), with(exercise, mark));
    }

    private Map<String, Mark> with(Exercise exercise, Mark mark) {
        var all = new TreeMap<>(marks);
        all.put(exercise.folder(), mark);
        return Map.copyOf(all);
    }
}
