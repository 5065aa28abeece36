package dev.datastack.cli.course;

import dev.datastack.cli.course.Result.Outcome;
import dev.datastack.cli.course.check.Check;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabException;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.sandbox.SandboxHost;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/** Runs an exercise's checks over a folder, in a lab of their own. */
public final class Checker {
    private final SandboxHost host;
    private final Path labs;
    private final Clone clone;

    public Checker(SandboxHost host, Path labs, Clone clone) {
        this.host = host;
        this.labs = labs;
        this.clone = clone;
    }

    /** Told what is going on. */
    public interface Listener {
        Listener NONE = new Listener() {};

        default void begins(Check check) {}

        default void ended(Result result) {}
    }

    public Report check(Exercise exercise, Path folder, Listener listener) {
        try (var lab = Lab.open(host, labName(exercise, folder), folder, labs, clone.compose())) {
            var onCtrlC = host.interrupts().on(lab::close);
            try {
                return Report.of(exercise, results(exercise, lab, listener));
            } finally {
                onCtrlC.close();
            }
        }
    }

    /** The same for a maker, who has typed nothing: what the task asks to type is done first. */
    public Report checkAsMaker(Exercise exercise, Path folder) {
        return new ByHand(host, clone.root()).around(exercise, folder, () -> check(exercise, folder, Listener.NONE));
    }

    private List<Result> results(Exercise exercise, Lab lab, Listener listener) {
        var results = new ArrayList<Result>();
        var seen = new HashSet<LabException>();
        for (var check : exercise.checks()) {
            listener.begins(check);
            var result = look(check, lab, seen);
            listener.ended(result);
            results.add(result);
        }
        return results;
    }

    private Result look(Check check, Lab lab, Set<LabException> seen) {
        var start = host.time().now();
        try {
            var finding = check.look(lab);
            var outcome = finding.passed() ? Outcome.PASSED : Outcome.FAILED;
            return new Result(
                    check.name(), outcome, finding.observed(), finding.expected(), List.of(), secondsSince(start));
        } catch (LabException e) {
            // The first that meets a failed build or start shows it; the others have nothing to look at.
            boolean isNew = seen.add(e);
            return new Result(
                    check.name(),
                    isNew ? Outcome.FAILED : Outcome.SKIPPED,
                    e.observed(),
                    "",
                    isNew ? e.evidence() : List.of(),
                    secondsSince(start));
        } catch (CommandException e) {
            return new Result(
                    check.name(), Outcome.FAILED, e.tried() + ": " + e.what(), "", List.of(), secondsSince(start));
        }
    }

    private double secondsSince(Instant start) {
        return Duration.between(start, host.time().now()).toMillis() / 1000.0;
    }

    /** The same for the same folder, so that a next run finds what an interrupted one has left. */
    private static String labName(Exercise exercise, Path folder) {
        var sum = new CRC32();
        sum.update(folder.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
        return "course-check-" + exercise.number().replace('.', '-') + "-" + Long.toHexString(sum.getValue());
    }
}
