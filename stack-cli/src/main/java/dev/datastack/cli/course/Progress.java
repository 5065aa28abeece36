package dev.datastack.cli.course;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far a learner is, by the exercises' folders, which outlive a new numbering. */
record Progress(@Nullable String current, Map<String, Mark> marks) {
    static final Progress NONE = new Progress(null, Map.of());

    /** {@code hints} is how many were shown. */
    record Mark(Instant started, @Nullable Instant passed, int hints) {}

    Optional<Mark> mark(Exercise exercise) {
        return Optional.ofNullable(marks.get(exercise.folder()));
    }

    boolean isStarted(Exercise exercise) {
        return mark(exercise).isPresent();
    }

    boolean hasPassed(Exercise exercise) {
        return mark(exercise).filter(mark -> mark.passed() != null).isPresent();
    }

    int hints(Exercise exercise) {
        return mark(exercise).map(Mark::hints).orElse(0);
    }

    boolean isCurrent(Exercise exercise) {
        return exercise.folder().equals(current);
    }

    Progress starting(Exercise exercise, Instant now) {
        return marking(exercise, mark(exercise).orElse(new Mark(now, null, 0)));
    }

    /** A pass stays a pass: who goes on trying things out has learnt it all the same. */
    Progress passing(Exercise exercise, Instant now) {
        var mark = mark(exercise).orElse(new Mark(now, null, 0));
        var passed = mark.passed() == null ? now : mark.passed();
        return marking(exercise, new Mark(mark.started(), passed, mark.hints()));
    }

    /** Who looks up a hint of an earlier exercise stays at theirs. */
    Progress showing(Exercise exercise, int hints, Instant now) {
        var mark = mark(exercise).orElse(new Mark(now, null, 0));
        return new Progress(current, with(exercise, new Mark(mark.started(), mark.passed(), hints)));
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
