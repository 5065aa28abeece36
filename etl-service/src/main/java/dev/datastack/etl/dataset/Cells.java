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
    private final int[] ends;

    /** @param ends where each field ends; the next one begins a byte later */
    public Cells(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    public static Cells of(List<String> fields) {
        int[] ends = new int[fields.size()];
        int end = -1;
        for (int i = 0; i < ends.length; i++) {
            end += 1 + fields.get(i).getBytes(StandardCharsets.UTF_8).length;
            ends[i] = end;
        }
        return new Cells(String.join(",", fields).getBytes(StandardCharsets.UTF_8), ends);
    }

    public int count() {
        return ends.length;
    }

    public int length(int field) {
        return ends[field] - start(field);
    }

    public String text(int field) {
        return new String(bytes, start(field), length(field), StandardCharsets.UTF_8);
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
        return field == 0 ? 0 : ends[field - 1] + 1;
    }

    boolean is(int field, byte[] wanted) {
        int start = start(field);
        if (ends[field] - start != wanted.length) {
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
