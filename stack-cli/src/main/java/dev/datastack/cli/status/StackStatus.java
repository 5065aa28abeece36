package dev.datastack.cli.status;

import dev.datastack.cli.ledger.LoadProgress;
import java.util.List;

/** The whole project; {@code well} when each of its services is. */
public record StackStatus(
        String project, boolean well, List<ServiceStatus> services, boolean yearLoaded, LoadProgress loads) {

    /** Else nobody knows what is loaded. */
    boolean databaseRuns() {
        return services.stream()
                .anyMatch(service ->
                        service.service().equals("postgres") && service.state().equals("running"));
    }
}
