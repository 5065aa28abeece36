package dev.datastack.etl.damage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** A piece of a file, and the ways to spoil it anywhere. ISO 8859-1 keeps every byte as one character. */
record Bytes(String text) {

    static Bytes of(byte[] bytes) {
        return new Bytes(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    byte[] toArray() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Anywhere, but not at the very start: at least one byte remains. */
    Bytes cut(Random random) {
        return new Bytes(text.substring(0, anywhere(random)));
    }

    Bytes with(String inserted, Random random) {
        int at = anywhere(random);
        return new Bytes(text.substring(0, at) + inserted + text.substring(at));
    }

    Bytes flipped(Random random) {
        byte[] bytes = toArray();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return of(bytes);
    }

    Bytes zeroed(Random random) {
        byte[] bytes = toArray();
        int from = random.nextInt(bytes.length);
        Arrays.fill(bytes, from, Math.min(bytes.length, from + 64), (byte) 0);
        return of(bytes);
    }

    Bytes withField(int number, String field) {
        String[] fields = text.split(",", -1);
        fields[number % fields.length] = field;
        return new Bytes(String.join(",", fields));
    }

    String field(int number) {
        String[] fields = text.split(",", -1);
        return fields[number % fields.length];
    }

    private int anywhere(Random random) {
        return text.length() < 2 ? text.length() : 1 + random.nextInt(text.length() - 1);
    }
}
