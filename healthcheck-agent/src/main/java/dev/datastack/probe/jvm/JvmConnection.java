package dev.datastack.probe.jvm;

import dev.datastack.probe.machine.Connection;
import dev.datastack.probe.machine.Deadline;
import dev.datastack.probe.machine.Unhealthy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** A channel that never blocks, and a selector that waits for it no longer than the deadline allows. */
final class JvmConnection implements Connection {
    private final ByteChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final String peer;

    <C extends SelectableChannel & ByteChannel> JvmConnection(C channel, String peer) throws IOException {
        this.channel = channel;
        this.peer = peer;
        channel.configureBlocking(false);
        selector = Selector.open();
        key = channel.register(selector, 0);
    }

    @Override
    public void write(byte[] bytes, int length, Deadline deadline) throws Unhealthy {
        ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
        try {
            channel.write(rest);
            while (rest.hasRemaining()) {
                await(SelectionKey.OP_WRITE, deadline, "sending to");
                channel.write(rest);
            }
        } catch (IOException failure) {
            throw new Unhealthy("connection to " + peer + " broke while sending");
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length, Deadline deadline) throws Unhealthy {
        ByteBuffer target = ByteBuffer.wrap(buffer, offset, length);
        try {
            int count = channel.read(target);
            if (deadline.passed()) {
                throw deadline.missed("hearing from " + peer);
            }
            while (count == 0) {
                await(SelectionKey.OP_READ, deadline, "hearing from");
                count = channel.read(target);
            }
            return count;
        } catch (IOException failure) {
            throw new Unhealthy("connection to " + peer + " broke while reading");
        }
    }

    void await(int operation, Deadline deadline, String doing) throws IOException, Unhealthy {
        key.interestOps(operation);
        int left = deadline.leftMillis();
        if (left == 0 || selector.select(left) == 0) {
            if (deadline.passed()) {
                throw deadline.missed(doing + " " + peer);
            }
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.close();
        } catch (IOException alreadyGone) {
            key.cancel();
        }
    }
}
