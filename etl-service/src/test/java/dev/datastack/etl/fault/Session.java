package dev.datastack.etl.fault;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One connection through the proxy. Reads along in both directions. */
final class Session {

    private static final char BACKEND_KEY = 'K';
    private static final char DATA_ROW = 'D';

    /** ReadyForQuery and CopyInResponse: the client may go on. */
    private static final String ANSWER = "ZG";

    private final Proxy proxy;
    private final Socket client;
    private final Socket server;
    private final Statements statements = new Statements();
    private volatile Step sent = new Step(this, Step.Moment.SENT, "");
    private volatile int backEnd;
    private volatile boolean loading;
    private volatile boolean dark;

    Session(Proxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    void start() {
        Proxy.inBackground(this::forth);
        Proxy.inBackground(this::back);
    }

    Proxy proxy() {
        return proxy;
    }

    int backEnd() {
        return backEnd;
    }

    /** A claim was answered with a load, and none was looked for since. */
    boolean loading() {
        return loading;
    }

    /** From now on every byte vanishes, and the sockets stay open. */
    void goDark() {
        dark = true;
    }

    void close() {
        for (Socket socket : List.of(client, server)) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException("A socket could not be closed", e);
            }
        }
    }

    private void forth() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()))) {
            OutputStream out = new BufferedOutputStream(server.getOutputStream());
            hand(List.of(Message.first(in)), out);
            List<Message> group = new ArrayList<>();
            for (Optional<Message> next = Message.next(in); next.isPresent(); next = Message.next(in)) {
                Message message = next.get();
                statements.see(message);
                group.add(message);
                if (Statements.isLast(message)) {
                    sent = new Step(this, Step.Moment.SENT, statements.take());
                    loading &= !sent.isLook();
                    if (proxy.passes(sent)) {
                        hand(group, out);
                    }
                    group.clear();
                }
            }
        } catch (IOException e) {
            // One side is gone, which is what these tests are about.
        } finally {
            // Nobody hears of it before the network is back.
            proxy.awaitThaw();
            close();
        }
    }

    private void back() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(server.getInputStream()))) {
            OutputStream out = new BufferedOutputStream(client.getOutputStream());
            for (Optional<Message> next = Message.next(in); next.isPresent(); next = Message.next(in)) {
                Message message = next.get();
                note(message);
                boolean answer = ANSWER.indexOf(message.type()) >= 0;
                if (!answer || proxy.passes(new Step(this, Step.Moment.ANSWERED, sent.sql()))) {
                    hand(List.of(message), out);
                }
            }
        } catch (IOException e) {
            // As above.
        } finally {
            proxy.awaitThaw();
            close();
        }
    }

    private void note(Message message) {
        if (message.type() == BACKEND_KEY) {
            backEnd = message.firstNumber();
        } else if (message.type() == DATA_ROW && sent.isClaim()) {
            loading = true;
        }
    }

    private void hand(List<Message> messages, OutputStream out) throws IOException {
        proxy.awaitThaw();
        if (!dark) {
            for (Message message : messages) {
                message.writeTo(out);
            }
            out.flush();
        }
    }
}
