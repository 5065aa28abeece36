package dev.datastack.etl.dataset;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The values of one line, by position of the column. One row is used again for every line of a file: a month has half a
 * million values, and boxing each costs more than checking it.
 */
public final class Row {

    private final long[] numbers;
    private final boolean[] present;
    private Cells cells = Cells.of(List.of());

    public Row(int columns) {
        numbers = new long[columns];
        present = new boolean[columns];
    }

    void begin(Cells line) {
        cells = line;
        Arrays.fill(present, false);
    }

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

    /** What the line said: the value of the columns that are text. */
    public Cells cells() {
        return cells;
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
    void appendTo(ByteBuffer key, Column column) {
        int position = column.position();
        if (column.type() instanceof Text) {
            int length = cells.length(position);
            Varint.put(key, length);
            key.put(cells.bytes(), cells.start(position), length);
        } else {
            long number = numbers[position];
            // Zigzag: small ones stay small, also below zero.
            Varint.put(key, number << 1 ^ number >> (Long.SIZE - 1));
        }
    }
}
