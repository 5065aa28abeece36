package dev.datastack.etl.load;

/**
 * What one load may keep in memory of its file until it ends: keys, members, rejects. It is asked before anything grows,
 * so that too large a file ends its own load, and not the worker together with the loads of others.
 */
final class MemoryBudget {

    private final long limit;
    private long used;

    /** @param limit in bytes */
    MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** Something of {@code from} bytes is about to be copied into a larger one; both are there while it is copied. */
    void grow(long from, long to) throws TooLargeException {
        if (to > limit - used) {
            throw TooLargeException.of(limit);
        }
        used += to - from;
    }

    long limit() {
        return limit;
    }
}
