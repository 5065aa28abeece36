package dev.datastack.cli.doctor.running;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.Demands;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.util.ArrayList;
import java.util.List;

/** Whether containers are where the Compose file puts them, and find each other there. */
public final class NetworkExaminer implements Examiner {
    private static final String DATABASE = "postgres";
    /** getent's word for a name that nobody knows. */
    private static final int UNKNOWN = 2;

    private final Compose compose;
    private final List<Demands> demands;
    private final List<Container> running;

    public NetworkExaminer(Compose compose, List<Demands> demands, List<Container> running) {
        this.compose = compose;
        this.demands = demands;
        this.running = running;
    }

    @Override
    public void examine(Findings findings) {
        for (var container : running) {
            lacking(container)
                    .forEach(network -> findings.add(
                            Cause.NETWORK_LEFT,
                            container.service() + " is not connected to " + network,
                            recreate(container.service())));
            if (lacking(container).isEmpty() && sharesNetworkWithDatabase(container.service())) {
                resolve(container.service(), findings);
            }
        }
    }

    private List<String> lacking(Container container) {
        var lacking = new ArrayList<>(networks(container.service()));
        lacking.removeAll(container.networkSettings().networks().keySet());
        return lacking;
    }

    /** A database that has left its network has no name there, and that is its own finding. */
    private boolean sharesNetworkWithDatabase(String service) {
        return !service.equals(DATABASE)
                && running.stream()
                        .anyMatch(other -> other.service().equals(DATABASE)
                                && lacking(other).isEmpty())
                && networks(service).stream().anyMatch(networks(DATABASE)::contains);
    }

    private static String recreate(String services) {
        return "docker compose up -d --force-recreate --no-deps " + services;
    }

    private List<String> networks(String service) {
        return demands.stream()
                .filter(demand -> demand.service().equals(service))
                .findFirst()
                .map(Demands::networks)
                .orElse(List.of());
    }

    private void resolve(String service, Findings findings) {
        if (compose.exec(service, List.of("getent", "hosts", DATABASE)).exitCode() == UNKNOWN) {
            findings.add(
                    Cause.NAME_UNRESOLVED,
                    service + " does not resolve the name " + DATABASE,
                    "remove 'dns' and 'network_mode' from docker-compose.override.yml if they are there, then "
                            + recreate(DATABASE + " " + service));
        }
    }
}
