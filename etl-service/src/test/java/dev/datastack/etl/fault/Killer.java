package dev.datastack.etl.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Counts the steps of a worker's first load, from its claim on, and kills the worker at one of them. */
final class Killer implements Watcher {

    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private final int deadly;
    private final Runnable kill;
    private boolean claimed;

    Killer(int deadly, Runnable kill) {
        this.deadly = deadly;
        this.kill = kill;
    }

    /** Only counts. */
    static Killer harmless() {
        return new Killer(Integer.MAX_VALUE, () -> {});
    }

    @Override
    public synchronized boolean passes(Step step) {
        boolean firstClaim = step.isClaim() && !claimed;
        if (firstClaim || (step.session().loading() && !step.isGoodbye())) {
            claimed = true;
            steps.add(step.label());
            if (steps.size() - 1 == deadly) {
                kill.run();
            }
        }
        // Once dead, nothing of it may reach the server any more.
        return steps.size() <= deadly;
    }

    List<String> steps() {
        return List.copyOf(steps);
    }
}
