package dev.datastack.etl.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keys of bytes, each with the number it came with first. The bytes lie one behind the other in one array: a month has
 * 28,000 keys, and an object for each would be most of what a load allocates. The hash only finds a key, the bytes decide.
 */
final class ByteKeys {

    static final long NEW = -1;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ODD = 0x9E3779B97F4A7C15L;
    private static final long PLACE = 0xffff_ffffL;

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private long[] numbers = new long[1 << 8];
    // Half of the key's hash and its place plus one, 0 where there is none; at most half full. The hash is kept here
    // because most keys are new: to tell them from their neighbours then needs no look at the neighbours' bytes.
    private long[] table = new long[1 << 9];
    private int size;

    /** Returns the number that the key came with first, or {@link #NEW}. */
    long putIfAbsent(byte[] key, int from, int length, long number) {
        long hash = hash(key, from, length);
        int slot = slotOf(hash, key, from, length);
        if (table[slot] != 0) {
            return numbers[place(table[slot])];
        }
        append(key, from, length, number);
        table[slot] = entry(hash, size);
        if (size * 2 > table.length) {
            spread();
        }
        return NEW;
    }

    boolean contains(byte[] key, int from, int length) {
        return table[slotOf(hash(key, from, length), key, from, length)] != 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    String[] texts() {
        String[] texts = new String[size];
        for (int i = 0; i < size; i++) {
            texts[i] = new String(bytes, start(i), ends[i] - start(i), StandardCharsets.UTF_8);
        }
        return texts;
    }

    /** Where the key is, or would be. */
    private int slotOf(long hash, byte[] key, int from, int length) {
        long[] entries = table;
        int slot = slot(entries, hash);
        while (entries[slot] != 0) {
            if ((entries[slot] ^ hash) >>> 32 == 0 && is(place(entries[slot]), key, from, length)) {
                return slot;
            }
            slot = slot(entries, slot + 1L);
        }
        return slot;
    }

    private boolean is(int place, byte[] key, int from, int length) {
        return Arrays.equals(bytes, start(place), ends[place], key, from, from + length);
    }

    private void append(byte[] key, int from, int length, long number) {
        int start = start(size);
        if (start + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, start + length));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        System.arraycopy(key, from, bytes, start, length);
        ends[size] = start + length;
        numbers[size] = number;
        size++;
    }

    private void spread() {
        long[] wider = new long[2 * table.length];
        for (int place = 0; place < size; place++) {
            long hash = hash(bytes, start(place), ends[place] - start(place));
            int slot = slot(wider, hash);
            while (wider[slot] != 0) {
                slot = slot(wider, slot + 1L);
            }
            wider[slot] = entry(hash, place + 1);
        }
        table = wider;
    }

    private int start(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }

    private static int slot(long[] table, long hash) {
        return (int) hash & (table.length - 1);
    }

    private static long entry(long hash, int number) {
        return (hash & ~PLACE) | number;
    }

    private static int place(long entry) {
        return (int) entry - 1;
    }

    /** Eight bytes at a time; the multiplication carries each bit upwards, and the shift brings the upper ones down. */
    private static long hash(byte[] key, int from, int length) {
        int end = from + length;
        if (length < Long.BYTES) {
            return mixed(few(key, from, end));
        }
        long hash = length;
        for (int at = from; at < end - Long.BYTES; at += Long.BYTES) {
            hash = mixed(hash ^ (long) EIGHT.get(key, at));
        }
        // The last eight, of which some may be in for the second time.
        return mixed(hash ^ (long) EIGHT.get(key, end - Long.BYTES));
    }

    private static long few(byte[] key, int from, int end) {
        long few = (long) end - from;
        for (int at = from; at < end; at++) {
            few = (few << Byte.SIZE) | (key[at] & 0xff);
        }
        return few;
    }

    private static long mixed(long bits) {
        long product = bits * ODD;
        return product ^ (product >>> 32);
    }
}
