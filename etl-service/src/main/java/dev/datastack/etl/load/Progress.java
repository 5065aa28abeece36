package dev.datastack.etl.load;

import java.util.function.LongSupplier;

/** What a load tells of itself while it runs, and how it is told to stop. Shared between two threads. */
public final class Progress {

    private static final int ROWS_BETWEEN_SIGNS = 1024;

    private final LongSupplier nanoTime;
    private volatile long lastSign;
    private volatile boolean stopped;
    private int sinceSign;

    public Progress(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastSign = nanoTime.getAsLong();
    }

    public void stop() {
        stopped = true;
    }

    public boolean isStopped() {
        return stopped;
    }

    /** Of the last sign of life, on the scale of System.nanoTime. */
    public long lastSign() {
        return lastSign;
    }

    void row() throws LoadStoppedException {
        if (++sinceSign >= ROWS_BETWEEN_SIGNS) {
            sinceSign = 0;
            step();
        }
    }

    void step() throws LoadStoppedException {
        if (stopped) {
            throw new LoadStoppedException();
        }
        lastSign = nanoTime.getAsLong();
    }
}
