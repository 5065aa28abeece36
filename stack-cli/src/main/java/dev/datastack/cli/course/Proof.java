package dev.datastack.cli.course;

import java.util.HashSet;
import java.util.List;

/** One exercise as shipped and with its solution. */
public record Proof(Exercise exercise, Report shipped, Report solved) {

    public boolean holds() {
        return faults().isEmpty();
    }

    /** The order of the checks is not at issue, only which ones fail. */
    public List<String> faults() {
        var faults = new java.util.ArrayList<String>();
        if (!new HashSet<>(shipped.failed()).equals(new HashSet<>(exercise.failing()))) {
            faults.add("as shipped these fail: " + shipped.failed() + ", and these should: " + exercise.failing());
        }
        if (!solved.passed()) {
            faults.add("with the solution these fail: " + solved.failed());
        }
        return List.copyOf(faults);
    }
}
