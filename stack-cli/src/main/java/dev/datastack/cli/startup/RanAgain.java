package dev.datastack.cli.startup;

import dev.datastack.cli.startup.ServiceStart.Kind;
import dev.datastack.cli.startup.Unknown.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds services that were started once more after the start in question: the engine has forgotten the first time. */
final class RanAgain {
    /** Compose starts a container as soon as all it needs is there. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<ServiceStart> all;
    private final Instant began;

    RanAgain(List<ServiceStart> all, Instant began) {
        this.all = all;
        this.began = began;
    }

    /** The same, or what is left of it without the times that are not of this start. */
    ServiceStart without(ServiceStart start, List<Unknown> unknowns) {
        if (start.started().isEmpty() || !(start.restarts() > 0 || isLaterThanItsUse(start) || isLate(start))) {
            return start;
        }
        var reason = start.kind() == Kind.ONE_SHOT ? Reason.RAN_AGAIN : Reason.STARTED_AGAIN;
        unknowns.add(new Unknown(start.service(), reason));
        return start.withoutTimes();
    }

    /** Somebody who needed it was started before it was there. */
    private boolean isLaterThanItsUse(ServiceStart start) {
        return all.stream()
                .filter(other -> other.needs().containsKey(start.service()))
                .anyMatch(other -> other.started().isPresent()
                        && other.started().get().isBefore(start.started().get()));
    }

    private boolean isLate(ServiceStart start) {
        var met = Stream.concat(
                        Stream.of(began),
                        start.needs().entrySet().stream()
                                .flatMap(need -> all.stream()
                                        .filter(other -> other.service().equals(need.getKey()))
                                        .flatMap(other -> other.met(need.getValue()).stream())))
                .max(Comparator.naturalOrder())
                .orElse(began);
        return start.started().get().isAfter(met.plus(LONG));
    }
}
