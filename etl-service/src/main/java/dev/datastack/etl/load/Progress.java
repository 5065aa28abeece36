package dev.datastack.etl.load;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What a load tells of itself while it runs, and how it is told to stop. Shared between two threads. */
public final class Progress {

    private final LongSupplier nanoTime;
    private volatile long lastSign;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile String waitsFor = "";

    public Progress(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastSign = nanoTime.getAsLong();
    }

    public void stop() {
        stopped.countDown();
    }

    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Of the last sign of life, on the scale of System.nanoTime. */
    public long lastSign() {
        return lastSign;
    }

    /** Who holds it up, for the ledger; empty when nobody does. */
    public String waitsFor() {
        return waitsFor;
    }

    void waitsFor(String whom) {
        waitsFor = whom;
    }

    /** A part of the file was read, which may be the middle of a line. What it throws is no error, see {@link #isStopped}. */
    void read() {
        if (isStopped()) {
            throw new UncheckedIOException(new InterruptedIOException("the load was stopped"));
        }
        lastSign = nanoTime.getAsLong();
    }

    /** Waits, but no longer than until it is told to stop. */
    void pause(Duration duration) throws LoadStoppedException {
        step();
        try {
            if (stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LoadStoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadStoppedException();
        }
    }

    void step() throws LoadStoppedException {
        if (isStopped()) {
            throw new LoadStoppedException();
        }
        lastSign = nanoTime.getAsLong();
    }
}
