package dev.datastack.cli.up.progress;

import dev.datastack.cli.ledger.LoadProgress.FailedLoad;
import java.util.List;

/** Where a start stands as a whole. */
public sealed interface Verdict {
    /** Something is still on its way. */
    record Pending() implements Verdict {}

    /** Every service is healthy and the year is loaded. */
    record Ready() implements Verdict {}

    /** These services will not get there by themselves. */
    record ServicesFailed(List<String> services) implements Verdict {}

    /** These loads or Airflow's runs failed, and Airflow has nothing more to do. */
    record YearFailed(List<FailedLoad> loads) implements Verdict {}

    /** The time is over, and nothing moves any more. */
    record GivenUp(List<Line> pending) implements Verdict {
        /** Those that have something to tell; the others only wait for them. */
        public List<String> services() {
            return pending.stream()
                    .filter(line -> !line.name().equals(StackProgress.YEAR) && line.phase() != Phase.WAITING)
                    .map(Line::name)
                    .toList();
        }
    }
}
