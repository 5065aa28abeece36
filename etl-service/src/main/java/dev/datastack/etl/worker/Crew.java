package dev.datastack.etl.worker;

import dev.datastack.etl.ledger.Claim;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** What the workers of this process do and when each was last seen alive. */
final class Crew {

    private final LongSupplier nanoTime;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Map<String, ActiveLoad> loads = new ConcurrentHashMap<>();

    Crew(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A worker reports after a round trip to the database. */
    void seen(String worker) {
        seen.put(worker, nanoTime.getAsLong());
    }

    void begins(String worker, ActiveLoad load) {
        loads.put(worker, load);
        seen(worker);
    }

    void ends(String worker) {
        loads.remove(worker);
    }

    void leaves(String worker) {
        loads.remove(worker);
        seen.remove(worker);
    }

    /** The lease of this worker's load was renewed, which the keeper does only for a load that moves. */
    void renewed(Claim claim, long now) {
        loads.forEach((worker, load) -> {
            if (load.claim().equals(claim)) {
                load.renewedAt(now);
                seen.put(worker, now);
            }
        });
    }

    Collection<ActiveLoad> loads() {
        return List.copyOf(loads.values());
    }

    /** Those that were not seen for longer than the limit. */
    List<String> missing(long limitNanos) {
        long now = nanoTime.getAsLong();
        return seen.entrySet().stream()
                .filter(worker -> now - worker.getValue() > limitNanos)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
