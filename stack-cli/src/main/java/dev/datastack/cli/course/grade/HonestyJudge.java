package dev.datastack.cli.course.grade;

import dev.datastack.cli.host.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks the health checks of the four services where the answer is known to be no: while only their own service is stopped,
 * while it starts, and with the whole project stopped. A check that asks a neighbour, or nothing, says yes in one of them.
 */
final class HonestyJudge {
    /** A service that is gone may be reported well for half a minute by what it wrote last. */
    private static final Duration MEMORY = Duration.ofSeconds(35);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final GradedProject sandbox;
    private final Scorebook book;
    private final Readiness readiness;
    private final Time time;
    private final Consumer<String> progress;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Map<String, Probe> asked = new LinkedHashMap<>();

    HonestyJudge(GradedProject sandbox, Scorebook book, Readiness readiness, Time time, Consumer<String> progress) {
        this.sandbox = sandbox;
        this.book = book;
        this.readiness = readiness;
        this.time = time;
        this.progress = progress;
    }

    /** The project runs. The database is stopped last: its clients may not outlive it. */
    void askOneByOne(Roles roles, List<Observed> containers) {
        var services = new ArrayList<>(roles.services());
        roles.service(Role.POSTGRES).ifPresent(database -> {
            services.remove(database);
            services.add(database);
        });
        for (var service : services) {
            probe(service, containers).ifPresent(probe -> {
                asked.put(service, probe);
                if (containers.stream().anyMatch(one -> one.service().equals(service) && one.stays())) {
                    askWithNeighbours(probe);
                }
            });
        }
    }

    private void askWithNeighbours(Probe probe) {
        var service = probe.service();
        boolean worked = readiness.works(service);
        progress.accept("ask: the health check of " + service + ", with only that service stopped");
        if (!Probe.endsWell(() -> sandbox.compose().stop(service))) {
            return;
        }
        if (isYesForLong(probe)) {
            faults.put(service, "the one of " + service + " says yes while only that service is stopped");
        }
        // One that never worked would be waited for in vain.
        if (Probe.endsWell(() -> sandbox.compose().start(service)) && worked && !faults.containsKey(service)) {
            progress.accept("ask: the health check of " + service + ", while it starts");
            readiness.fault(probe).ifPresent(fault -> faults.put(service, fault));
        }
    }

    private boolean isYesForLong(Probe probe) {
        var end = time.now().plus(MEMORY);
        while (probe.saysYesAlone(sandbox.compose())) {
            if (!time.now().isBefore(end)) {
                return true;
            }
            time.sleep(PAUSE);
        }
        return false;
    }

    /** The project is stopped. */
    void askWithAllStopped() {
        asked.forEach((service, probe) -> {
            if (!faults.containsKey(service)) {
                progress.accept("ask: the health check of " + service + ", with everything stopped");
                if (probe.saysYesAlone(sandbox.compose())) {
                    faults.put(service, "the one of " + service + " says yes though the service does not run");
                }
            }
        });
        if (asked.isEmpty()) {
            book.notJudged(Rule.HEALTH_HONEST, "there is no health check to ask");
        } else {
            book.judge(
                    Rule.HEALTH_HONEST,
                    List.copyOf(faults.values()),
                    asked.size() + " were asked without their service, and said no");
        }
    }

    private static Optional<Probe> probe(String service, List<Observed> containers) {
        return containers.stream()
                .filter(container -> container.service().equals(service))
                .map(Observed::probe)
                .filter(test -> test.size() > 1)
                .map(test -> new Probe(service, test))
                .findFirst();
    }
}
