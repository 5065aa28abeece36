package dev.datastack.etl.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One line of a file: its fields as bytes of UTF-8, and the values that the columns' types read in them. One row is used
 * again for every line, and text stays in the line, from where it goes on to the database: a month has half a million
 * values, and an object for each costs more than all the checks.
 */
public final class Row {

    private byte[] line = {};
    // Where the commas are: field i stands between number i and number i + 1.
    private int[] bounds;
    private int fields;
    private final long[] numbers;
    private final boolean[] present;

    public Row(int columns) {
        bounds = new int[columns + 1];
        numbers = new long[columns];
        present = new boolean[columns];
    }

    /** Forgets the line before. The first field of this one starts at {@code from}; the line must not change meanwhile. */
    public void begin(byte[] bytes, int from) {
        line = bytes;
        bounds[0] = from - 1;
        fields = 0;
        Arrays.fill(present, false);
    }

    /** The next field ends here, before a comma or the end of the line. */
    public void fieldEnds(int at) {
        fields++;
        if (fields == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * fields);
        }
        bounds[fields] = at;
    }

    /** Begins with fields that do not stand in the line as they are, such as those with quotes. */
    public void begin(List<String> texts) {
        begin(String.join(",", texts).getBytes(StandardCharsets.UTF_8), 0);
        int end = -1;
        for (String text : texts) {
            end += 1 + text.getBytes(StandardCharsets.UTF_8).length;
            fieldEnds(end);
        }
    }

    /** How many fields the line has, whatever the number of columns. */
    public int fields() {
        return fields;
    }

    /** The array that holds the fields, to be read and not to be changed. */
    public byte[] bytes() {
        return line;
    }

    /** Where the field begins in {@link #bytes}. */
    public int start(int field) {
        return bounds[field] + 1;
    }

    /** In bytes. */
    public int length(int field) {
        return bounds[field + 1] - start(field);
    }

    public String text(int field) {
        return new String(line, start(field), length(field), StandardCharsets.UTF_8);
    }

    boolean is(int field, byte[] wanted) {
        int start = start(field);
        if (bounds[field + 1] - start != wanted.length) {
            return false;
        }
        // A loop: what is looked for is short, and mostly the first byte differs.
        for (int i = 0; i < wanted.length; i++) {
            if (line[start + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the column has a value; until its field was read, it has none. */
    public boolean has(int column) {
        return present[column];
    }

    public boolean lacks(int column) {
        return !present[column];
    }

    /** A whole number, a time in seconds or a day in days since 1970, by the column's type. */
    public long number(int column) {
        return numbers[column];
    }

    public double decimal(int column) {
        return Double.longBitsToDouble(numbers[column]);
    }

    void set(int column, long value) {
        numbers[column] = value;
        present[column] = true;
    }

    void setDecimal(int column, double value) {
        set(column, Double.doubleToLongBits(value));
    }

    /** The text stays where it is, in the line. */
    void setText(int column) {
        present[column] = true;
    }

    /** The column's value as a part of an exact key. Each part says where it ends, so that no two keys run together. */
    public void appendTo(ByteBuffer key, Column column) {
        int position = column.position();
        if (column.type() instanceof Text) {
            int length = length(position);
            Varint.put(key, length);
            key.put(line, start(position), length);
        } else {
            long number = numbers[position];
            // Zigzag: small ones stay small, also below zero.
            Varint.put(key, number << 1 ^ number >> (Long.SIZE - 1));
        }
    }
}
