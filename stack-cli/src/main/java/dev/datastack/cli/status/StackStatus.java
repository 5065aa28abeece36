package dev.datastack.cli.status;

import dev.datastack.cli.airflow.RunProgress;
import dev.datastack.cli.ledger.LoadProgress;
import java.util.List;

/**
 * The whole project; {@code well} when each of its services is. {@code whyShort} has a line for each failed load and run and
 * each task that will be tried again; {@code cure} is the command that runs again what failed.
 */
public record StackStatus(
        String project,
        boolean well,
        List<ServiceStatus> services,
        boolean yearLoaded,
        LoadProgress loads,
        RunProgress runs,
        List<String> whyShort,
        String cure) {

    /** Else nobody knows what is loaded. */
    boolean databaseRuns() {
        return services.stream()
                .anyMatch(service ->
                        service.service().equals("postgres") && service.state().equals("running"));
    }
}
