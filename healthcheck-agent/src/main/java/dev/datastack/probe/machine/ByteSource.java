package dev.datastack.probe.machine;

/** Reads a connection byte by byte through a window. */
public final class ByteSource {
    private final Connection connection;
    private final Deadline deadline;
    private final byte[] window;
    private int at;
    private int end;
    private long taken;

    public ByteSource(Connection connection, Deadline deadline, Scratch scratch) {
        this.connection = connection;
        this.deadline = deadline;
        this.window = scratch.window();
    }

    /** The next byte as 0 to 255, or -1 at the end of the stream. */
    public int next() throws Unhealthy {
        if (at == end) {
            at = 0;
            end = Math.max(connection.read(window, 0, window.length, deadline), 0);
            if (end == 0) {
                return -1;
            }
        }
        taken++;
        return window[at++] & 0xff;
    }

    public long taken() {
        return taken;
    }
}
