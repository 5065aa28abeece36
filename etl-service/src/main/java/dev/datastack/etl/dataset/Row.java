package dev.datastack.etl.dataset;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of one line, by position of the column. One row is used again for every line of a file: a month has half a
 * million values, and boxing each costs more than checking it.
 */
public final class Row {

    private final long[] numbers;
    private final @Nullable String[] texts;
    private final boolean[] present;

    public Row(int columns) {
        numbers = new long[columns];
        texts = new @Nullable String[columns];
        present = new boolean[columns];
    }

    public void clear() {
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

    public String text(int column) {
        String text = texts[column];
        return text == null ? "" : text;
    }

    void set(int column, long value) {
        numbers[column] = value;
        present[column] = true;
    }

    void setDecimal(int column, double value) {
        set(column, Double.doubleToLongBits(value));
    }

    void set(int column, String value) {
        texts[column] = value;
        present[column] = true;
    }

    /** The column's value as a part of an exact key. */
    void appendTo(StringBuilder key, Column column) {
        if (column.type() instanceof Text) {
            key.append(texts[column.position()]);
        } else {
            key.append(numbers[column.position()]);
        }
        key.append('\u0000');
    }
}
