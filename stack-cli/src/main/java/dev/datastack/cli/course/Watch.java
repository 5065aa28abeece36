package dev.datastack.cli.course;

import dev.datastack.cli.host.Time;
import dev.datastack.cli.terminal.Style;
import dev.datastack.cli.terminal.Terminal;
import java.time.Duration;
import java.util.Map;

/** Checks now and after every save, and listens to keys meanwhile. */
public final class Watch {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final Course course;
    private final Checker checker;
    private final CourseText text;
    private final Terminal terminal;
    private final Time time;

    public Watch(Course course, Checker checker, CourseText text, Terminal terminal, Time time) {
        this.course = course;
        this.checker = checker;
        this.text = text;
        this.terminal = terminal;
        this.time = time;
    }

    /** Until q, or the end of the input, or Ctrl-C. Says whether the last check passed. */
    public boolean run(Exercise first) {
        var exercise = first;
        boolean passed = check(exercise);
        var known = FolderState.of(course.folder(exercise));
        while (true) {
            int key = terminal.key();
            if (key == 'q' || key == Terminal.END_OF_INPUT) {
                return passed;
            }
            if (key == 'n' && course.next().isPresent()) {
                exercise = next();
                known = new FolderState(Map.of());
            } else {
                answer(key, exercise);
            }
            var now = FolderState.of(course.folder(exercise));
            if (!now.equals(known)) {
                known = settled(exercise, now);
                passed = check(exercise);
            } else {
                time.sleep(BETWEEN_LOOKS);
            }
        }
    }

    private boolean check(Exercise exercise) {
        var report = checker.check(exercise, course.startedFolder(exercise), text.live(exercise));
        course.checked(exercise, report);
        if (report.passed()) {
            terminal.say(terminal.paint(Style.GOOD, "Passed.") + " Compare: ./stack course solution "
                    + exercise.number() + "   Press n to continue.");
        }
        text.keys(course.standings(), course.folder(exercise));
        return report.passed();
    }

    /** An editor may save several files, or one in several steps. */
    private FolderState settled(Exercise exercise, FolderState seen) {
        time.sleep(BETWEEN_LOOKS);
        var now = FolderState.of(course.folder(exercise));
        return now.equals(seen) ? now : settled(exercise, now);
    }

    private Exercise next() {
        var next = course.next().orElseThrow();
        boolean copied = course.start(next);
        text.started(next, course.folder(next), copied);
        return next;
    }

    private void answer(int key, Exercise exercise) {
        switch (key) {
            case 'h' -> text.hints(exercise, course.hints(exercise, true));
            case 'l' -> text.list(course.standings());
            case 'n' -> terminal.say("That was the last exercise.");
            default -> {
                // Any other key is a slip of the finger.
            }
        }
    }
}
