package dev.datastack.probe.server;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Answers each query with what a function makes of it; an empty answer is silence. */
public final class FakeNameserver implements AutoCloseable {
    private final DatagramSocket socket;
    private final UnaryOperator<byte[]> answers;

    public FakeNameserver(UnaryOperator<byte[]> answers) {
        this.answers = answers;
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException cause) {
            throw new IllegalStateException("no free port", cause);
        }
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    /** The query turned into an answer with one IPv4 address for A and none for AAAA. */
    public static byte[] address(byte[] query, int... four) {
        boolean wantsFour = query[query.length - 3] == 1;
        byte[] answer = reply(query, 0, wantsFour ? 1 : 0);
        if (!wantsFour) {
            return answer;
        }
        byte[] record = {(byte) 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 0, 0, 0, 0};
        for (int i = 0; i < 4; i++) {
            record[12 + i] = (byte) four[i];
        }
        byte[] both = Arrays.copyOf(answer, answer.length + record.length);
        System.arraycopy(record, 0, both, answer.length, record.length);
        return both;
    }

    /** The query turned into an answer with this code and nothing else. */
    public static byte[] reply(byte[] query, int code, int records) {
        byte[] answer = Arrays.copyOf(query, query.length);
        answer[2] = (byte) 0x81;
        answer[3] = (byte) (0x80 | code);
        answer[7] = (byte) records;
        return answer;
    }

    public String hostPort() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answers.apply(Arrays.copyOf(buffer, packet.getLength()));
                if (answer.length > 0) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
