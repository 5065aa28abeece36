package dev.datastack.etl.load;

/**
 * When a load is ended early.
 *
 * @param rejects the largest share of rejected rows that a load may have, 0 to 1
 * @param memory what a load may keep of its file until it ends, in bytes
 */
public record LoadLimits(double rejects, long memory) {

    /** The service itself, and what a load needs while it reads, whatever the file. */
    private static final long BASE = 14L << 20;

    private static final long LEAST = 2L << 20;

    /** An equal part of the heap for each worker. */
    public static LoadLimits of(double rejects, long heap, int workers) {
        return new LoadLimits(rejects, Math.max((heap - BASE) / workers, LEAST));
    }
}
