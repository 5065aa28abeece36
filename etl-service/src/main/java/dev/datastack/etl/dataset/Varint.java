package dev.datastack.etl.dataset;

import java.nio.ByteBuffer;

/** Numbers of seven bits a byte, the last byte below 128: a load keeps the keys of its whole file, and most are small. */
public final class Varint {

    /** Bytes of the largest number. */
    public static final int LONGEST = 10;

    private static final int BITS = 7;

    private Varint() {}

    public static void put(ByteBuffer buffer, long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            buffer.put((byte) (rest | 0x80));
            rest >>>= BITS;
        }
        buffer.put((byte) rest);
    }

    public static long get(byte[] bytes, int from) {
        long number = 0;
        int at = from;
        for (int shift = 0; ; shift += BITS) {
            byte next = bytes[at++];
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    /** In bytes. */
    public static int size(long number) {
        return 1 + (Long.SIZE - 1 - Long.numberOfLeadingZeros(number | 1)) / BITS;
    }
}
