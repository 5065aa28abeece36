package dev.datastack.etl.load;

import dev.datastack.etl.dataset.Varint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Keys of bytes, each with the number it came with first. They lie one behind the other in a few blocks, as length, key and
 * number: a month has 28,000 keys, and an object for each would be most of what a load allocates. One array for all would
 * have to be copied as it grows, and a heap that is nearly full has no place for two. The hash only finds a key, the bytes
 * decide.
 */
final class ByteKeys {

    static final long NEW = -1;

    /** Is shown one key after the other. */
    interface Visitor {
        void key(byte[] bytes, int from, int length) throws SQLException;
    }

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ODD = 0x9E3779B97F4A7C15L;
    private static final long PLACE = 0xffff_ffffL;
    private static final int BLOCK_BITS = 18;
    /** More than the longest key (RowCheck) and its two numbers. */
    private static final int BLOCK = 1 << BLOCK_BITS;

    private static final int MOST_BLOCKS = 1 << (Integer.SIZE - 1 - BLOCK_BITS);

    private final MemoryBudget budget;
    // A place is the number of its block and where it begins there. All but the last are full.
    private ByteBuffer[] blocks = {ByteBuffer.allocate(1 << 12)};
    private int last;
    // Half of the key's hash and its place plus one, 0 where there is none; at most half full. The hash is kept here
    // because most keys are new: to tell them from their neighbours then needs no look at the neighbours' bytes.
    private long[] table = new long[1 << 9];
    private int size;

    ByteKeys(MemoryBudget budget) {
        this.budget = budget;
    }

    /** Returns the number that the key came with first, or {@link #NEW}. */
    long putIfAbsent(byte[] key, int from, int length, long number) throws TooLargeException {
        long hash = hash(key, from, length);
        int slot = slotOf(hash, key, from, length);
        if (table[slot] != 0) {
            int place = place(table[slot]);
            return Varint.get(block(place), start(place) + length);
        }
        table[slot] = entry(hash, append(key, from, length, number) + 1);
        size++;
        if (size * 2 > table.length) {
            spread();
        }
        return NEW;
    }

    boolean contains(byte[] key, int from, int length) {
        return table[slotOf(hash(key, from, length), key, from, length)] != 0;
    }

    int size() {
        return size;
    }

    /** Of all keys together, with their lengths and numbers. */
    int bytes() {
        return last * BLOCK + blocks[last].position();
    }

    void forEach(Visitor visitor) throws SQLException {
        for (int place = 0; place < bytes(); place = next(place)) {
            visitor.key(block(place), start(place), length(place));
        }
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
        int start = start(place);
        return length(place) == length && Arrays.equals(block(place), start, start + length, key, from, from + length);
    }

    private int append(byte[] key, int from, int length, long number) throws TooLargeException {
        ByteBuffer block = room(length + 2 * Varint.LONGEST);
        int place = bytes();
        Varint.put(block, length);
        block.put(key, from, length);
        Varint.put(block, number);
        return place;
    }

    private ByteBuffer room(int needed) throws TooLargeException {
        ByteBuffer block = blocks[last];
        if (block.remaining() >= needed) {
            return block;
        } else if (block.capacity() < BLOCK && block.position() + needed <= BLOCK) {
            int wanted = Math.min(BLOCK, Math.max(2 * block.capacity(), block.position() + needed));
            budget.grow(block.capacity(), wanted);
            blocks[last] = ByteBuffer.allocate(wanted).put(block.flip());
        } else {
            budget.grow(0, last + 1 < MOST_BLOCKS ? BLOCK : Long.MAX_VALUE);
            last++;
            blocks = last < blocks.length ? blocks : Arrays.copyOf(blocks, 2 * last);
            blocks[last] = ByteBuffer.allocate(BLOCK);
        }
        return blocks[last];
    }

    private void spread() throws TooLargeException {
        budget.grow((long) table.length * Long.BYTES, 2L * table.length * Long.BYTES);
        long[] wider = new long[2 * table.length];
        for (int place = 0; place < bytes(); place = next(place)) {
            long hash = hash(block(place), start(place), length(place));
            int slot = slot(wider, hash);
            while (wider[slot] != 0) {
                slot = slot(wider, slot + 1L);
            }
            wider[slot] = entry(hash, place + 1);
        }
        table = wider;
    }

    private byte[] block(int place) {
        return blocks[place >>> BLOCK_BITS].array();
    }

    private int length(int place) {
        return (int) Varint.get(block(place), place & (BLOCK - 1));
    }

    /** Where the key begins in its block. */
    private int start(int place) {
        return (place & (BLOCK - 1)) + Varint.size(length(place));
    }

    private int next(int place) {
        int number = start(place) + length(place);
        int end = number + Varint.size(Varint.get(block(place), number));
        int block = place >>> BLOCK_BITS;
        return end < blocks[block].position() ? block * BLOCK + end : (block + 1) * BLOCK;
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
