package dev.datastack.cli.course.grade;

import dev.datastack.cli.host.Time;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether a health check waits for its service. Right after a start it is asked again and again; from its first yes on, the
 * service has to do what it is for. Of Airflow's scheduler nothing can be asked from outside.
 */
final class Readiness {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final GradedProject sandbox;
    private final Roles roles;
    private final PageJudge pages;
    private final Time time;

    Readiness(GradedProject sandbox, Roles roles, PageJudge pages, Time time) {
        this.sandbox = sandbox;
        this.roles = roles;
        this.pages = pages;
        this.time = time;
    }

    /** Empty too where it never says yes: whether it gets healthy is another rule. */
    Optional<String> fault(Probe probe) {
        var service = probe.service();
        if (!isAskable(service) || !until(LONGEST, () -> probe.saysYes(sandbox.compose()))) {
            return Optional.empty();
        }
        if (until(GRACE, () -> works(service))) {
            return Optional.empty();
        }
        // One that does not come back at all was not reported too early.
        return until(LONGEST, () -> works(service))
                ? Optional.of("the one of " + service + " says yes before the service works")
                : Optional.empty();
    }

    private boolean isAskable(String service) {
        return roles.found().stream()
                .anyMatch(found -> found.service().equals(service) && found.role() != Role.SCHEDULER);
    }

    boolean works(String service) {
        return roles.found().stream()
                .filter(found -> found.service().equals(service))
                .allMatch(found -> found.role() == Role.POSTGRES
                        ? isOpen(service)
                        : found.role()
                                .face()
                                .map(face -> pages.look(face, service).isRight())
                                .orElse(true));
    }

    private boolean isOpen(String database) {
        var words = List.of(
                "sh",
                "-c",
                "psql --no-psqlrc -qAt -U \"${POSTGRES_USER:-postgres}\""
                        + " -d \"${POSTGRES_DB:-${POSTGRES_USER:-postgres}}\" -c 'SELECT 1'");
        return sandbox.compose().exec(database, words).well();
    }

    private boolean until(Duration limit, java.util.function.BooleanSupplier holds) {
        var end = time.now().plus(limit);
        while (!holds.getAsBoolean()) {
            if (!time.now().isBefore(end)) {
                return false;
            }
            time.sleep(PAUSE);
        }
        return true;
    }
}
