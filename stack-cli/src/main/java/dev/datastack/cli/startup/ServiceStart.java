package dev.datastack.cli.startup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a service came in a start, and when. {@code created} is absent where its container was there before;
 * {@code ready}: it was healthy, had done its one thing, or ran where it has no health check; {@code exact}: the engine said
 * when, not the next look at it; {@code ranBefore}: it ran all the time, and nothing was done with it.
 */
public record ServiceStart(
        String service,
        Kind kind,
        boolean ranBefore,
        Map<String, Need> needs,
        Optional<Instant> created,
        Optional<Instant> started,
        Optional<Instant> ready,
        boolean exact,
        Optional<Exit> exit,
        int restarts) {
    /** What makes a service ready. */
    public enum Kind {
        /** That it ends with 0. */
        ONE_SHOT,
        /** That its health check says so. */
        PROBED,
        /** That it runs. */
        PLAIN
    }

    /** What a service waits for in another. */
    public enum Need {
        STARTED,
        HEALTHY,
        COMPLETED;

        static Need of(String condition) {
            return switch (condition) {
                case "service_healthy" -> HEALTHY;
                case "service_completed_successfully" -> COMPLETED;
                default -> STARTED;
            };
        }
    }

    /** Its end, where that was not what it is for. */
    public record Exit(Instant at, int code) {
        public Exit {
            Times.check(at);
        }
    }

    public ServiceStart {
        requireNonNull(service, "service");
        requireNonNull(kind, "kind");
        needs = Collections.unmodifiableMap(new TreeMap<>(needs));
        Times.check(created);
        Times.check(started);
        Times.check(ready);
        requireNonNull(exit, "exit");
    }

    /** When a service that needs this one could go on; absent where it did not come so far. */
    public Optional<Instant> met(Need need) {
        return need == Need.STARTED ? started : ready;
    }

    /** Made before this start. */
    ServiceStart withoutCreation() {
        return with(Optional.empty(), started, ready, exit);
    }

    ServiceStart withoutExit() {
        return with(created, started, ready, Optional.empty());
    }

    /** Only that it was made is known. */
    ServiceStart withoutTimes() {
        return with(created, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private ServiceStart with(
            Optional<Instant> created, Optional<Instant> started, Optional<Instant> ready, Optional<Exit> exit) {
        return new ServiceStart(service, kind, ranBefore, needs, created, started, ready, exact, exit, restarts);
    }
}
