package dev.datastack.probe.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The first words of a PostgreSQL server. */
public final class FakePostgres {
    private FakePostgres() {}

    public static byte[] message(char type, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(type);
            out.writeInt(body.length + 4);
            out.write(body);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    public static byte[] authentication(int kind, String rest) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 0, 0, (byte) kind});
        body.writeBytes(rest.getBytes(StandardCharsets.UTF_8));
        return message('R', body.toByteArray());
    }

    public static byte[] scramOffer() {
        return authentication(10, "SCRAM-SHA-256\0\0");
    }

    public static byte[] error(String code, String text) {
        return message('E', ("SFATAL\0VFATAL\0C" + code + "\0M" + text + "\0\0").getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] ready() {
        return message('Z', new byte[] {'I'});
    }

    /** Reads the start-up message, then sends these. */
    public static TestServer.Talk greeting(byte[]... messages) {
        return client -> {
            readStartup(new DataInputStream(client.getInputStream()));
            OutputStream out = client.getOutputStream();
            for (byte[] message : messages) {
                out.write(message);
            }
            client.getInputStream().readAllBytes();
        };
    }

    public static void readStartup(DataInputStream in) throws IOException {
        in.readFully(new byte[in.readInt() - 4]);
    }
}
