package dev.datastack.probe.machine;

/** The moment at which a probe must have answered. */
public final class Deadline {
    private static final long NANOS = 1_000_000;

    private final Host host;
    private final long end;
    private final String limit;

    private Deadline(Host host, long end, String limit) {
        this.host = host;
        this.end = end;
        this.limit = limit;
    }

    public static Deadline in(long millis, Host host) {
        return new Deadline(host, host.nanoTime() + millis * NANOS, Durations.text(millis));
    }

    /** A moment before this one, if there is so much time left; its message still names the whole limit. */
    public Deadline within(long millis) {
        long sooner = host.nanoTime() + millis * NANOS;
        return new Deadline(host, sooner - end < 0 ? sooner : end, limit);
    }

    public boolean passed() {
        return host.nanoTime() - end >= 0;
    }

    /** What is left, rounded up so that a wait for it never ends early; 0 when nothing is. */
    public int leftMillis() {
        long left = end - host.nanoTime();
        return left <= 0 ? 0 : (int) Math.min((left + NANOS - 1) / NANOS, Integer.MAX_VALUE);
    }

    /** Throws when no time is left; {@code doing} completes "no answer within 3 s: ". */
    public void check(String doing) throws Unhealthy {
        if (passed()) {
            throw missed(doing);
        }
    }

    public Unhealthy missed(String doing) {
        return new Unhealthy("no answer within {}: {}", limit, doing);
    }
}
