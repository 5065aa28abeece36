package dev.datastack.etl.fault;

import java.util.Random;

/** What is done to a load in the middle of it, from outside. */
enum Fault {
    /** SIGKILL of the worker. */
    KILL(30),
    /** SIGSTOP of the worker inside COPY, until its lease is over. */
    STALL(14),
    /** All connections of the worker end. */
    CUT(24),
    /** Bytes vanish, sockets stay open. */
    BLACK_HOLE(10),
    /** Nothing moves for longer than a lease; then all that was on its way arrives. */
    FREEZE(10),
    /** SIGKILL of the load's back end: the server recovers from a crash, with every connection gone. */
    BACK_END(8),
    /** The server is restarted. */
    RESTART(4);

    private final int weight;

    Fault(int weight) {
        this.weight = weight;
    }

    static Fault any(Random random) {
        int sum = 0;
        for (Fault fault : values()) {
            sum += fault.weight;
        }
        int at = random.nextInt(sum);
        for (Fault fault : values()) {
            at -= fault.weight;
            if (at < 0) {
                return fault;
            }
        }
        throw new IllegalStateException("The weights do not add up");
    }
}
