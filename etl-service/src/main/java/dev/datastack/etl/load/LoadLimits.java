package dev.datastack.etl.load;

/**
 * When a load is ended early.
 *
 * @param rejects the largest share of rejected rows that a load may have, 0 to 1
 * @param memory what a load may keep of its file until it ends, in bytes
 */
public record LoadLimits(double rejects, long memory) {

    /** What the service still makes after its start. */
    private static final long RESERVE = 2L << 20;
    /** What a load needs while it reads, whatever the file: buffers, a long line and its text. */
    private static final long READING = 1L << 20;

    private static final long LEAST = 1L << 20;

    /**
     * An equal part of the heap for each worker. A fifth stays free: the collector keeps new objects apart from old ones, and
     * large ones need a place in one piece.
     *
     * @param used of the heap, in bytes, when the service has started
     */
    public static LoadLimits of(double rejects, long heap, long used, int workers) {
        return new LoadLimits(rejects, Math.max((heap / 5 * 4 - used - RESERVE) / workers - READING, LEAST));
    }

    /** For this process, of which the garbage is collected first. */
    public static LoadLimits here(double rejects, int workers) {
        Runtime.getRuntime().gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        return of(rejects, Runtime.getRuntime().maxMemory(), used, workers);
    }
}
