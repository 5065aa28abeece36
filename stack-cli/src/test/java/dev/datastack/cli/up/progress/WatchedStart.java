package dev.datastack.cli.up.progress;

import static dev.datastack.cli.docker.ContainerHealth.NONE;
import static dev.datastack.cli.docker.ContainerState.EXITED;
import static dev.datastack.cli.docker.ContainerState.RESTARTING;
import static dev.datastack.cli.docker.ContainerState.RUNNING;

import dev.datastack.cli.airflow.Run;
import dev.datastack.cli.airflow.RunProgress;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.docker.ContainerState;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.ledger.LoadProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A start of three services, and what is seen of it. */
abstract class WatchedStart {
    static final Service SECRETS = service("secrets", true, Map.of());
    static final Service POSTGRES = service("postgres", false, Map.of("secrets", "service_completed_successfully"));
    static final Service ETL = service("etl-service", false, Map.of("postgres", "service_healthy"));
    static final Run FEBRUARY = new Run("flights_month", "scheduled__2013-03-01T00:00:00+00:00");
    static final LoadProgress WHOLE = new LoadProgress(12, 12, 4, 336_776, 12, 0, List.of());

    final StackProgress progress =
            new StackProgress(List.of(SECRETS, POSTGRES, ETL), true, new Patience(Duration.ofMinutes(10)));

    static Service service(String name, boolean oneShot, Map<String, String> needs) {
        return new Service(name, oneShot, !oneShot, 1, false, "", needs, List.of());
    }

    static ServiceState state(String service, ContainerState state, ContainerHealth health, int exitCode) {
        return new ServiceState(service, "p-" + service, service, state, health, exitCode, "", List.of());
    }

    static Seen running(String service, ContainerHealth health) {
        return new Seen(state(service, RUNNING, health, 0), 0, false, true);
    }

    static Seen exited(String service, int exitCode) {
        return new Seen(state(service, EXITED, NONE, exitCode), 0, false, false);
    }

    static Seen restarting(String service, int restarts) {
        return new Seen(state(service, RESTARTING, NONE, 1), restarts, false, true);
    }

    static final Seen DONE = exited("secrets", 0);
    static final Seen HEALTHY = running("postgres", ContainerHealth.HEALTHY);
    static final Seen LOADER = running("etl-service", ContainerHealth.HEALTHY);

    Upping upping = Upping.AT_WORK;

    void started() {
        upping = Upping.DONE;
    }

    void see(long seconds, Seen... containers) {
        progress.at(Duration.ofSeconds(seconds), upping);
        progress.observe(List.of(containers));
    }

    void see(long seconds, LoadProgress load) {
        progress.at(Duration.ofSeconds(seconds), upping);
        progress.observe(load);
    }

    void see(long seconds, RunProgress runs) {
        progress.at(Duration.ofSeconds(seconds), upping);
        progress.observe(runs);
    }

    Verdict verdict(long seconds) {
        progress.at(Duration.ofSeconds(seconds), upping);
        return progress.verdict();
    }
}
