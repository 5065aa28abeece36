package dev.datastack.probe.machine;

/** Clocks, files, random numbers and output of the machine. */
public interface Host {
    /** A clock that nobody can set, for deadlines. */
    long nanoTime();

    /** The time of day, for the age of files and heartbeats. */
    long currentTimeMillis();

    void sleep(long millis);

    /** When a regular file was last written, in milliseconds since 1970. */
    long lastModified(String path) throws Unhealthy;

    /** The first bytes of a file, at most {@code limit} of them. */
    byte[] read(String path, int limit) throws Unhealthy;

    /** Fills the array with bytes that nobody can guess. */
    void random(byte[] bytes) throws Unhealthy;

    void out(String line);

    void err(String line);
}
