package dev.datastack.cli.credentials;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.util.List;
import java.util.Set;

/** Reads the secrets where they are: in the volume, through the containers that mount it. */
public final class Credentials {
    /** An account and its password. */
    public record Credential(String door, String account, String password) {}

    /** What is kept where; the path is that of every service's own folder. */
    private record Kept(String door, String account, String service, String file) {}

    private static final List<Kept> KEPT = List.of(
            new Kept("Airflow", "admin", "airflow-webserver", "admin-password"),
            new Kept("pgAdmin", "admin@example.com", "pgadmin", "admin-password"),
            new Kept("PostgreSQL", "postgres", "postgres", "postgres-password"),
            new Kept("PostgreSQL", "etl", "postgres", "etl-password"),
            new Kept("PostgreSQL", "airflow", "postgres", "airflow-password"),
            new Kept("PostgreSQL", "pgadmin", "postgres", "pgadmin-password"));

    private final Compose compose;

    public Credentials(Compose compose) {
        this.compose = compose;
    }

    public List<Credential> read() {
        var running = running();
        return KEPT.stream().map(kept -> read(kept, running)).toList();
    }

    private Set<String> running() {
        return ServiceState.runningServices(compose.states());
    }

    /** The first account of a door. */
    public Credential of(String door) {
        var kept = KEPT.stream().filter(one -> one.door().equals(door)).findFirst();
        return read(kept.orElseThrow(), running());
    }

    private Credential read(Kept kept, Set<String> running) {
        if (!running.contains(kept.service())) {
            throw new StackException(
                    Problem.NOT_RUNNING,
                    "the service " + kept.service() + " is down, and the passwords are in a volume that only"
                            + " containers read.",
                    "docker compose ps",
                    "start it with './stack up'");
        }
        var file = "/run/secrets/" + kept.file();
        var password =
                compose.exec(kept.service(), List.of("cat", file)).orThrow().outText();
        return new Credential(kept.door(), kept.account(), password);
    }
}
