package dev.datastack.probe.machine;

/** An open socket. Every call ends before the deadline, with an answer or with a reason. */
public interface Connection extends AutoCloseable {
    void write(byte[] bytes, int length, Deadline deadline) throws Unhealthy;

    /** Returns the number of bytes read, or -1 at the end. */
    int read(byte[] buffer, int offset, int length, Deadline deadline) throws Unhealthy;

    @Override
    void close();
}
