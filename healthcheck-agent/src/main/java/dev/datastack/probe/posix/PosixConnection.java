package dev.datastack.probe.posix;

import dev.datastack.probe.machine.Connection;
import dev.datastack.probe.machine.Deadline;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Sentence;
import org.teavm.interop.Address;

/** A socket that never blocks. */
final class PosixConnection implements Connection {
    private final int socket;
    private final String peer;
    private final PollFd poll = PollFd.create();

    PosixConnection(int socket, String peer) {
        this.socket = socket;
        this.peer = peer;
    }

    int socket() {
        return socket;
    }

    @Override
    public void write(byte[] bytes, int length, Deadline deadline) throws Unhealthy {
        int done = 0;
        while (done < length) {
            long count = Posix.send(socket, Address.ofData(bytes).add(done), length - done, Constants.noSignal());
            int error = count < 0 ? Posix.errno() : 0;
            // Whatever the kernel says of the socket: no loop is longer than the deadline.
            if (deadline.passed()) {
                throw missed(deadline, "sending to");
            }
            if (count >= 0) {
                done += (int) count;
            } else if (error == Constants.again()) {
                await(Constants.writable(), deadline, "sending to");
            } else if (error != Constants.interrupted()) {
                throw new Unhealthy("connection to {} broke while sending", peer);
            }
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length, Deadline deadline) throws Unhealthy {
        while (true) {
            long count = Posix.receive(socket, Address.ofData(buffer).add(offset), length, 0);
            int error = count < 0 ? Posix.errno() : 0;
            // No message is made before it is needed: a server may send a million bytes one by one.
            if (deadline.passed()) {
                throw missed(deadline, "hearing from");
            }
            if (count >= 0) {
                return count == 0 ? -1 : (int) count;
            }
            if (error == Constants.again()) {
                await(Constants.readable(), deadline, "hearing from");
            } else if (error != Constants.interrupted()) {
                throw new Unhealthy("connection to {} broke while reading", peer);
            }
        }
    }

    private void await(int event, Deadline deadline, String doing) throws Unhealthy {
        if (!awaits(event, deadline)) {
            throw missed(deadline, doing);
        }
    }

    private Unhealthy missed(Deadline deadline, String doing) {
        return deadline.missed(Sentence.of("{} {}", doing, peer));
    }

    /** Returns false when nothing has happened before the deadline. */
    boolean awaits(int event, Deadline deadline) {
        poll.socket = socket;
        poll.events = (short) event;
        boolean happened = Posix.poll(poll.toAddress(), 1, deadline.leftMillis()) > 0;
        while (!happened && !deadline.passed()) {
            happened = Posix.poll(poll.toAddress(), 1, deadline.leftMillis()) > 0;
        }
        return happened;
    }

    /** How a connection attempt ended: 0, or the error. */
    int error() {
        int[] value = new int[1];
        int[] size = {Integer.BYTES};
        int failed = Posix.getsockopt(
                socket, Constants.socketLevel(), Constants.socketError(), Address.ofData(value), Address.ofData(size));
        return failed != 0 ? Posix.errno() : value[0];
    }

    @Override
    public void close() {
        Posix.close(socket);
    }
}
