package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabContainer;
import dev.datastack.cli.docker.Container.State;
import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.docker.ContainerState;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A service waits for another: it started after that was first probed healthy, or had ended. Or it started before, asked
 * until it got its answer, and ended well. Run again it then ends at once; one that had only slept for long enough does not.
 */
@JsonTypeName("started-after")
record StartedAfter(String name, String service, String other) implements ProjectCheck {
    private static final int UNTIL_READY = 30;
    private static final int UNTIL_ASKED = 5;
    /** Shorter than a sleep that would be long enough. */
    private static final Duration AGAIN = Duration.ofSeconds(4);

    @Override
    public Finding look(Lab lab) {
        var started = started(state(lab, service));
        var ready = ready(state(lab, other));
        if (ready.filter(moment -> !started.isBefore(moment)).isPresent()) {
            return finding(true, distance(started, ready.get()));
        }
        var early = ready.map(moment -> distance(started, moment)).orElseGet(() -> other + neither(state(lab, other)));
        if (!endsOnceReady(lab)) {
            return finding(false, early);
        }
        return endsAtOnce(lab)
                ? finding(true, early + ", and asked until there was an answer")
                : finding(
                        false, early + ", and it waits for " + AGAIN.toSeconds() + " s or more when there is no need");
    }

    /** Whoever asks again gets an answer soon after there is one. */
    private boolean endsOnceReady(Lab lab) {
        Patience.until(
                lab,
                UNTIL_READY,
                () -> state(lab, other),
                now -> ready(now).isPresent() || !isRunning(state(lab, service)));
        return endedWell(Patience.until(lab, UNTIL_ASKED, () -> state(lab, service), now -> !isRunning(now)));
    }

    private boolean endsAtOnce(Lab lab) {
        var before = started(state(lab, service));
        LabContainer.of(lab, service).start();
        var state = lab.until(
                AGAIN,
                () -> state(lab, service),
                now -> !isRunning(now) && started(now).isAfter(before));
        return endedWell(state) && started(state).isAfter(before);
    }

    private Finding finding(boolean passed, String observed) {
        var expected = service + " started after " + other
                + " was healthy, or had ended well; or it asks again until there is an answer";
        return new Finding(passed, observed, expected);
    }

    private String distance(Instant started, Instant ready) {
        var distance = Duration.between(ready, started);
        return service + " started " + distance.abs().toMillis() + " ms " + (distance.isNegative() ? "before" : "after")
                + " that";
    }

    private static String neither(State state) {
        return state.health().status() == ContainerHealth.NONE
                ? " has no health check, and had not ended well"
                : " was neither healthy nor did it end well";
    }

    private static State state(Lab lab, String name) {
        return lab.project().containerOf(name).state();
    }

    private static Instant started(State state) {
        return Instant.parse(state.startedAt());
    }

    private static boolean isRunning(State state) {
        return state.status() != ContainerState.EXITED;
    }

    private static boolean endedWell(State state) {
        return !isRunning(state) && state.exitCode() == 0;
    }

    /** The engine keeps the last five probes, so this is asked soon after the start. */
    private static Optional<Instant> ready(State state) {
        if (endedWell(state)) {
            return Optional.of(Instant.parse(state.finishedAt()));
        }
        return state.health().log().stream()
                .filter(probe -> probe.exitCode() == 0)
                .map(probe -> OffsetDateTime.parse(probe.end()).toInstant())
                .findFirst();
    }
}
