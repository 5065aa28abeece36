package dev.datastack.etl.dataset;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fields of one line as bytes of UTF-8. No text is made of a field that becomes a number, or goes on to the database
 * as it is: making 19 strings a line costs more than all the checks.
 */
public final class Cells {

    private final byte[] bytes;
    private final int[] bounds;
    private final int count;

    /** @param bounds where the commas are: field i stands between number i and number i + 1 */
    public Cells(byte[] bytes, int[] bounds, int count) {
        this.bytes = bytes;
        this.bounds = bounds;
        this.count = count;
    }

    public static Cells of(List<String> fields) {
        int[] bounds = new int[fields.size() + 1];
        bounds[0] = -1;
        for (int i = 0; i < fields.size(); i++) {
            bounds[i + 1] = bounds[i] + 1 + fields.get(i).getBytes(StandardCharsets.UTF_8).length;
        }
        return new Cells(String.join(",", fields).getBytes(StandardCharsets.UTF_8), bounds, fields.size());
    }

    public int count() {
        return count;
    }

    public int length(int field) {
        return bounds[field + 1] - start(field);
    }

    public String text(int field) {
        return new String(bytes, start(field), length(field), StandardCharsets.UTF_8);
    }

    /** All fields, with the commas between them. */
    public String line() {
        return new String(bytes, start(0), bounds[count] - start(0), StandardCharsets.UTF_8);
    }

    public List<String> texts() {
        return IntStream.range(0, count()).mapToObj(this::text).toList();
    }

    /** The array that holds the fields, to be read and not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the field begins in {@link #bytes}. */
    public int start(int field) {
        return bounds[field] + 1;
    }

    boolean is(int field, byte[] wanted) {
        int start = start(field);
        if (bounds[field + 1] - start != wanted.length) {
            return false;
        }
        // A loop: what is looked for is short, and mostly the first byte differs.
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[start + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
