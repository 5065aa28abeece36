package dev.datastack.probe.naming;

import java.util.Arrays;

/** A question to a name server, as the bytes that go over the wire (RFC 1035, section 4.1). */
final class DnsQuery {
    static final int A = 1;
    static final int AAAA = 28;
    static final int HEADER = 12;

    private final byte[] message;

    private DnsQuery(byte[] message) {
        this.message = message;
    }

    static DnsQuery of(int id, String name, int type) {
        byte[] message = new byte[HEADER + name.length() + 6];
        message[0] = (byte) (id >> 8);
        message[1] = (byte) id;
        message[2] = 1;
        message[5] = 1;
        int end = putName(name, message);
        message[end + 1] = (byte) type;
        message[end + 3] = 1;
        return new DnsQuery(Arrays.copyOf(message, end + 4));
    }

    private static int putName(String name, byte[] message) {
        int labelAt = HEADER;
        int at = HEADER + 1;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '.') {
                message[labelAt] = (byte) (at - labelAt - 1);
                labelAt = at;
                at++;
            } else {
                message[at++] = (byte) name.charAt(i);
            }
        }
        message[labelAt] = (byte) (at - labelAt - 1);
        return name.endsWith(".") ? at : at + 1;
    }

    byte[] bytes() {
        return message;
    }

    int type() {
        return message[message.length - 3];
    }
}
