package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.airflow.Run;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.OwnStack;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the DAG run ended that was the last to request a load. The ledger has its name, Airflow's API its state. One that is to
 * fail must do so in a task that runs after another: a check that runs beside the load looks at the rows of before.
 */
@JsonTypeName("stack-run")
record StackRun(String name, String dataset, String period, String state) implements StackCheck {
    private static final Set<String> ACTIVE = Set.of("queued", "running");
    private static final int PATIENCE = 10;

    /** {@code state} is Airflow's word, or empty where no run is known. */
    private record Seen(String state, String words) {}

    @Override
    public Finding look(Lab lab) {
        var stack = lab.stack();
        var seen = Patience.until(lab, PATIENCE, () -> look(stack), now -> !ACTIVE.contains(now.state()));
        return new Finding(
                seen.state().equals(state), seen.words(), "a DAG run that requests " + load() + " ends with " + state);
    }

    private Seen look(OwnStack stack) {
        var answer = stack.query("SELECT requested_by FROM etl.load WHERE dataset = '" + dataset + "' AND period = '"
                + period + "' ORDER BY id DESC LIMIT 1");
        if (!answer.well()) {
            return new Seen("", "the warehouse returns: " + Told.rows(answer));
        }
        var requester = answer.outText();
        if (requester.isEmpty()) {
            return new Seen("", "nobody has requested " + load());
        }
        return run(requester)
                .flatMap(run -> stack.state(run).map(now -> seen(stack, run, now)))
                .orElseGet(() ->
                        new Seen("", load() + " was last requested by '" + requester + "', which is not a DAG run"));
    }

    private static Seen seen(OwnStack stack, Run run, String now) {
        var ended = run.dag() + "/" + run.run() + ": " + now;
        var first = now.equals("failed") ? stack.failedFirst(run) : List.<String>of();
        return first.isEmpty()
                ? new Seen(now, ended)
                : new Seen("", ended + " in " + String.join(", ", first) + ", which runs after no other task");
    }

    private String load() {
        return dataset + " " + period;
    }

    /** As the DAGs write it: the DAG's id, a slash, the run's id. */
    private static Optional<Run> run(String requester) {
        int slash = requester.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.of(new Run(requester.substring(0, slash), requester.substring(slash + 1)));
    }
}
