package dev.datastack.probe.naming;

import dev.datastack.probe.machine.IpAddress;
import dev.datastack.probe.text.Ascii;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a name server said. A name without an address of the asked kind has code 0 and no addresses. */
record DnsAnswer(int code, List<IpAddress> addresses) {
    static final int OK = 0;
    static final int NO_SUCH_NAME = 3;

    private static final int RECORD_HEADER = 10;

    boolean isFinal() {
        return code == OK || code == NO_SUCH_NAME;
    }

    /** Returns null for bytes that are no answer to this query: a stray or forged datagram. */
    static @Nullable DnsAnswer parse(byte[] bytes, int length, DnsQuery query) {
        if (!answers(bytes, length, query.bytes())) {
            return null;
        }
        List<IpAddress> addresses = new ArrayList<>();
        int records = uint16(bytes, 6);
        int at = query.bytes().length;
        for (int i = 0; i < records && at >= 0; i++) {
            at = addRecord(bytes, length, skipName(bytes, length, at), query.type(), addresses);
        }
        return new DnsAnswer(bytes[3] & 0x0f, addresses);
    }

    private static boolean answers(byte[] bytes, int length, byte[] query) {
        boolean same = length >= query.length && bytes[0] == query[0] && bytes[1] == query[1] && (bytes[2] & 0x80) != 0;
        for (int i = DnsQuery.HEADER; i < query.length && same; i++) {
            same = Ascii.lower(bytes[i]) == Ascii.lower(query[i]);
        }
        return same && uint16(bytes, 4) == 1;
    }

    /** Returns where the next record starts, or -1 when the rest makes no sense. */
    private static int addRecord(byte[] bytes, int length, int at, int type, List<IpAddress> addresses) {
        if (at < 0 || at + RECORD_HEADER > length) {
            return -1;
        }
        int size = uint16(bytes, at + 8);
        int data = at + RECORD_HEADER;
        if (data + size > length) {
            return -1;
        }
        if (uint16(bytes, at) == type && size == (type == DnsQuery.A ? 4 : 16)) {
            addresses.add(IpAddress.of(bytes, data, size));
        }
        return data + size;
    }

    private static int skipName(byte[] bytes, int length, int from) {
        int at = from;
        while (at < length) {
            int label = bytes[at] & 0xff;
            if (label >= 0xc0) {
                return at + 2;
            }
            if (label == 0) {
                return at + 1;
            }
            at += 1 + label;
        }
        return -1;
    }

    private static int uint16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
