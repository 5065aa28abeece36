package dev.datastack.etl.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keys of bytes, each with the number it came with first. The bytes lie one behind the other in one array: a month has
 * 28,000 keys, and an object for each would be most of what a load allocates. The hash only finds a key, the bytes decide.
 */
final class ByteKeys {

    static final long NEW = -1;

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private long[] numbers = new long[1 << 8];
    // Place of the key plus one, 0 where there is none; at most half full.
    private int[] table = new int[1 << 9];
    private int size;

    /** Returns the number that the key came with first, or {@link #NEW}. */
    long putIfAbsent(byte[] key, int from, int length, long number) {
        int slot = slotOf(key, from, length);
        if (table[slot] != 0) {
            return numbers[table[slot] - 1];
        }
        append(key, from, length, number);
        table[slot] = size;
        if (size * 2 > table.length) {
            spread();
        }
        return NEW;
    }

    boolean contains(byte[] key, int from, int length) {
        return table[slotOf(key, from, length)] != 0;
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
    private int slotOf(byte[] key, int from, int length) {
        int slot = slot(table, hash(key, from, length));
        while (table[slot] != 0) {
            int place = table[slot] - 1;
            if (Arrays.equals(bytes, start(place), ends[place], key, from, from + length)) {
                return slot;
            }
            slot = slot(table, slot + 1);
        }
        return slot;
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
        int[] wider = new int[2 * table.length];
        for (int place = 0; place < size; place++) {
            int slot = slot(wider, hash(bytes, start(place), ends[place] - start(place)));
            while (wider[slot] != 0) {
                slot = slot(wider, slot + 1);
            }
            wider[slot] = place + 1;
        }
        table = wider;
    }

    private int start(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }

    private static int slot(int[] table, int hash) {
        return hash & (table.length - 1);
    }

    // FNV-1a, stirred once more: keys differ in few bits, and the table looks at the low ones alone.
    private static int hash(byte[] key, int from, int length) {
        int hash = 0x811c9dc5;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ key[i]) * 0x01000193;
        }
        return hash ^ hash >>> 15;
    }
}
