package dev.datastack.etl.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes to text, strictly: UTF-8, and nothing is guessed or dropped. */
final class Decoder {

    private static final HexFormat HEX = HexFormat.of().withPrefix("\\x");

    private static final char NUL = '\0';

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

    /** The text, and whether all of it was UTF-8. What was not stands there as \xHH. */
    record Decoded(String text, boolean clean) {}

    Decoded decode(byte[] bytes) {
        Decoded decoded = isAscii(bytes)
                ? new Decoded(new String(bytes, StandardCharsets.ISO_8859_1), true)
                : decodeStrictly(bytes);
        // It is UTF-8, but PostgreSQL's text cannot hold it.
        return decoded.text().indexOf(NUL) < 0
                ? decoded
                : new Decoded(decoded.text().replace(String.valueOf(NUL), "\\x00"), false);
    }

    private Decoded decodeStrictly(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        StringBuilder text = new StringBuilder(bytes.length);
        boolean clean = true;
        utf8.reset();
        CoderResult result = utf8.decode(in, out, true);
        while (result.isError()) {
            clean = false;
            text.append(out.flip());
            out.clear();
            byte[] wrong = new byte[result.length()];
            in.get(wrong);
            text.append(HEX.formatHex(wrong));
            utf8.reset();
            result = utf8.decode(in, out, true);
        }
        return new Decoded(text.append(out.flip()).toString(), clean);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
