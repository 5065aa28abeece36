package dev.datastack.cli.up;

import dev.datastack.cli.airflow.AirflowRuns;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.ledger.Ledger;
import dev.datastack.cli.up.progress.StackProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How far the year is: the loads at each look, Airflow's runs now and then. */
final class Year {
    private static final Duration RUNS_APART = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final AirflowRuns runs;
    private final Time time;
    private Instant runsSeen = Instant.MIN;

    Year(Compose compose, Time time) {
        this.ledger = new Ledger(compose);
        this.runs = new AirflowRuns(compose);
        this.time = time;
    }

    /** Whether there was a database to ask. */
    boolean look(List<ServiceState> states, StackProgress progress) {
        if (states.stream().noneMatch(state -> state.service().equals("postgres") && state.isRunning())) {
            return false;
        }
        ledger.progress().ifPresent(progress::observe);
        if (Duration.between(runsSeen, time.now()).compareTo(RUNS_APART) >= 0) {
            runs.progress().ifPresent(progress::observe);
            runsSeen = time.now();
        }
        return true;
    }
}
