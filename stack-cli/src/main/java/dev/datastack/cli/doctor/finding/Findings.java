package dev.datastack.cli.doctor.finding;

import dev.datastack.cli.problem.StackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes down what examiners find. */
public final class Findings {
    private final List<Finding> found = new ArrayList<>();

    public void add(Cause cause, String evidence, String cure) {
        found.add(new Finding(cause, evidence, cure, Optional.empty()));
    }

    /** The cure is a command that does the same as the fix. */
    public void add(Cause cause, String evidence, String cure, Fix fix) {
        found.add(new Finding(cause, evidence, cure, Optional.of(fix)));
    }

    /** What a check of another verb throws; whoever examines gets back what is not a cause. */
    public void add(StackException failure) {
        var cause = Cause.of(failure).orElseThrow(() -> failure);
        var evidence = new ArrayList<>(List.of(failure.what()));
        evidence.addAll(failure.evidence());
        add(cause, String.join("\n", evidence), failure.next());
    }

    /** Runs a check that throws what it finds. */
    public void check(Runnable check) {
        try {
            check.run();
        } catch (StackException failure) {
            add(failure);
        }
    }

    public List<Finding> all() {
        return List.copyOf(found);
    }
}
