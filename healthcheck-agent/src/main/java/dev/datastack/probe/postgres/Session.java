package dev.datastack.probe.postgres;

import dev.datastack.probe.machine.ByteSource;
import dev.datastack.probe.machine.Connection;
import dev.datastack.probe.machine.Deadline;
import dev.datastack.probe.machine.Scratch;
import dev.datastack.probe.machine.Unhealthy;

/** A conversation with the server, from the start-up message on. */
public final class Session {
    private static final int OK = 0;
    private static final int PASSWORD = 3;
    private static final int MD5 = 5;
    private static final int SASL = 10;
    private static final String MECHANISM = "SCRAM-SHA-256";
    private static final int MAX_MESSAGES = 200;

    private final Connection connection;
    private final Deadline deadline;
    private final Scratch scratch;
    private final ByteSource source;
    private int messages;

    public Session(Connection connection, Deadline deadline, Scratch scratch) {
        this.connection = connection;
        this.deadline = deadline;
        this.scratch = scratch;
        this.source = new ByteSource(connection, deadline, scratch);
    }

    /** Returns how the server asks for a login. A server that asks for none has started a session by then. */
    public String greet(String user, String database) throws Unhealthy {
        int kind = start(user, database);
        if (kind == OK) {
            awaitReady();
        }
        send(Message.terminate());
        return name(kind);
    }

    private int start(String user, String database) throws Unhealthy {
        send(Message.startup(user, database));
        Frame frame = expect('R');
        int kind = frame.int32(0);
        if (kind == SASL && frame.text(4, frame.length()).indexOf(MECHANISM) < 0) {
            throw new Unhealthy("offers no scram-sha-256 login");
        }
        return kind;
    }

    private static String name(int kind) throws Unhealthy {
        return switch (kind) {
            case OK -> "no password";
            case PASSWORD -> "password";
            case MD5 -> "md5";
            case 7, 9 -> "gss";
            case SASL -> "scram-sha-256";
            default -> throw new Unhealthy("asks for an unknown kind of login ({})", Integer.toString(kind));
        };
    }

    /** Reads until the server waits for a query. */
    private void awaitReady() throws Unhealthy {
        Frame frame = read();
        while (frame.type() != 'Z') {
            frame = read();
        }
    }

    /** The next message of this type; notices and offers of older protocols are skipped. */
    private Frame expect(char type) throws Unhealthy {
        Frame frame = read();
        while (frame.type() == 'N' || frame.type() == 'v') {
            frame = read();
        }
        if (frame.type() != type) {
            throw new Unhealthy("does not speak the PostgreSQL protocol");
        }
        return frame;
    }

    private Frame read() throws Unhealthy {
        Frame frame = Frame.read(source, scratch);
        if (frame.type() == 'E') {
            throw Refusal.of(frame);
        }
        if (++messages > MAX_MESSAGES) {
            throw new Unhealthy("talks without end and never gets ready");
        }
        return frame;
    }

    private void send(byte[] message) throws Unhealthy {
        connection.write(message, message.length, deadline);
    }
}
