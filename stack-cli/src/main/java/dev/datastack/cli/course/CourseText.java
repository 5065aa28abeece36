package dev.datastack.cli.course;

import dev.datastack.cli.course.Result.Outcome;
import dev.datastack.cli.course.check.Check;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Style;
import dev.datastack.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the course says on the terminal. */
public final class CourseText {
    private static final int NAME_WIDTH = 64;

    private final Terminal terminal;
    private final Path root;
    private final String basePrefix;

    public CourseText(Terminal terminal, Path root, String basePrefix) {
        this.terminal = terminal;
        this.root = root;
        this.basePrefix = basePrefix;
    }

    public void list(List<Standing> standings) {
        var topic = "";
        for (var standing : standings) {
            if (!standing.topic().equals(topic)) {
                topic = standing.topic();
                terminal.say(topic);
            }
            terminal.say("  %-5s %s  %s%s"
                    .formatted(
                            standing.number(),
                            state(standing),
                            standing.title(),
                            standing.current() ? "   <- you are here" : ""));
        }
        terminal.say("");
        terminal.say(passed(standings) + ".");
    }

    private static String passed(List<Standing> standings) {
        long passed = standings.stream()
                .filter(standing -> standing.state() == Standing.State.PASSED)
                .count();
        return passed + " of " + standings.size() + " passed";
    }

    /** What can be pressed while a folder is watched, and how far the learner is. */
    void keys(List<Standing> standings, Path folder) {
        var line = "[h]int  [n]ext  [l]ist  [q]uit   " + passed(standings) + ", watching " + shown(folder);
        terminal.say(terminal.paint(Style.QUIET, line));
    }

    private String state(Standing standing) {
        var style = switch (standing.state()) {
            case PASSED -> Style.GOOD;
            case STARTED -> Style.BUSY;
            case NOT_STARTED -> Style.QUIET;
        };
        return terminal.paint(style, "%-11s".formatted(standing.state().word()));
    }

    /** Shows each check as soon as it is known, and the one under way where lines can be written over. */
    public Checker.Listener live(Exercise exercise) {
        terminal.say(exercise.number() + " " + exercise.title());
        if (!exercise.warning().isEmpty()) {
            terminal.say("  " + terminal.paint(Style.QUIET, "(" + exercise.warning() + ")"));
        }
        var line = new StatusLine(terminal, "  looking");
        return new Checker.Listener() {
            @Override
            public void begins(Check check) {
                line.now(check.name());
            }

            @Override
            public void ended(Result result) {
                line.clear();
                show(result);
            }
        };
    }

    void show(Result result) {
        var style = switch (result.outcome()) {
            case PASSED -> Style.GOOD;
            case FAILED -> Style.BAD;
            case SKIPPED -> Style.QUIET;
        };
        var word =
                terminal.paint(style, "%-7s".formatted(result.outcome().name().toLowerCase(Locale.ROOT)));
        var seconds = String.format(Locale.ROOT, "%5.1f s", result.seconds());
        terminal.say("  " + word + " " + padded(result.name()) + seconds);
        // A skipped check has nothing to add to the failed one above it.
        if (result.outcome() == Outcome.FAILED) {
            terminal.say("          observed: " + result.observed());
            if (!result.expected().isEmpty()) {
                terminal.say("          expected: " + result.expected());
            }
        }
        result.evidence().forEach(text -> terminal.say("          | " + text));
    }

    private static String padded(String name) {
        return name + " ".repeat(Math.max(1, NAME_WIDTH - name.length()));
    }

    /** What comes after a check, for who types the commands. */
    public void afterCheck(Report report, Course course) {
        if (report.passed()) {
            var next = course.next().map(exercise -> "./stack course start " + exercise.number());
            terminal.say(
                    terminal.paint(Style.GOOD, "Passed.") + " Compare: ./stack course solution "
                            + report.number()
                            + next.map(command -> "   Next: " + command)
                                    .orElse(
                                            "   That was the last one. Next: the capstone, docs/exercises/10-capstone/README.md"));
        } else {
            terminal.say("Not solved yet. For a hint, run ./stack course hint " + report.number());
        }
    }

    public void started(Exercise exercise, Path folder, boolean copied) {
        terminal.say(exercise.number() + " " + exercise.title());
        terminal.say(
                "  task:   docs/exercises/" + exercise.topicFolder() + "/README.md, Exercise " + exercise.number());
        terminal.say("  files:  " + shown(folder) + (copied ? "" : "   (started before; kept as they are)"));
        if (!basePrefix.isEmpty()) {
            terminal.say("  bases:  export BASE_PREFIX=" + basePrefix + "   (once in each terminal, on this machine)");
        }
        terminal.say("  check:  ./stack course check      or on every save: ./stack course watch");
    }

    /** The newest hint, and how many there are. */
    public void hints(Exercise exercise, List<String> seen) {
        int all = exercise.hints().size();
        terminal.say("Hint " + seen.size() + " of " + all + ": " + seen.get(seen.size() - 1));
        if (seen.size() == all) {
            terminal.say("That is the last hint for " + exercise.number()
                    + ". You can continue with another exercise: ./stack course list");
        }
    }

    public void next(Exercise exercise) {
        terminal.say("Next: ./stack course start " + exercise.number());
    }

    /** The files that the solution changed, each in full, for a comparison with the learner's own. */
    public void solution(Path solution, Path starter, Path work) {
        var untouched = new ArrayList<String>();
        for (var file : Folders.files(solution)) {
            if (Folders.same(solution.resolve(file), starter.resolve(file))) {
                untouched.add(file.toString());
            } else {
                terminal.say(terminal.paint(Style.QUIET, "--- " + shown(solution.resolve(file))));
                Folders.text(solution.resolve(file))
                        .ifPresent(text -> text.lines().forEach(terminal::say));
            }
        }
        terminal.say("");
        if (!untouched.isEmpty()) {
            terminal.say("As shipped: " + String.join(", ", untouched));
        }
        terminal.say("Yours beside it: diff -ru " + shown(work) + " " + shown(solution));
    }

    /** One exercise of a verification, with the seconds that each check took in both states. */
    public void proof(Proof proof) {
        var exercise = proof.exercise();
        var word = proof.holds() ? terminal.paint(Style.GOOD, "proven") : terminal.paint(Style.BAD, "FAULT ");
        terminal.say("%s  %s %s".formatted(word, exercise.number(), exercise.title()));
        for (int i = 0; i < exercise.checks().size(); i++) {
            var shipped = proof.shipped().checks().get(i).seconds();
            var solved = proof.solved().checks().get(i).seconds();
            terminal.say("  " + padded(exercise.checks().get(i).name())
                    + String.format(Locale.ROOT, "shipped %5.1f s   solved %5.1f s", shipped, solved));
        }
        proof.faults().forEach(fault -> terminal.say("  " + terminal.paint(Style.BAD, fault)));
        if (!proof.holds()) {
            proof.shipped().checks().forEach(this::show);
            proof.solved().checks().forEach(this::show);
        }
    }

    /** A path as a learner in the clone types it. */
    public String shown(Path path) {
        return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
    }
}
