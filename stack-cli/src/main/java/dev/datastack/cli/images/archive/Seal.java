package dev.datastack.cli.images.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * The last bytes of the unpacked stream: the SHA-256 of all before them. Docker stops at the end that a tar marks, so it
 * does not see them.
 */
final class Seal {
    private static final String WORDS = "stack-images sha256 ";
    private static final int LENGTH = WORDS.length() + 64 + 1;
    private static final int CHUNK = 1 << 16;

    private Seal() {}

    static void write(OutputStream out, MessageDigest digest) throws IOException {
        out.write(text(digest));
    }

    /** Whether the rest of the stream ends with the seal of all that the digest has seen, the rest included. */
    static boolean fits(InputStream in, MessageDigest digest, LongConsumer progress) throws IOException {
        var held = new byte[0];
        long seen = 0;
        for (var chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
            var both = Arrays.copyOf(held, held.length + chunk.length);
            System.arraycopy(chunk, 0, both, held.length, chunk.length);
            int sure = Math.max(0, both.length - LENGTH);
            digest.update(both, 0, sure);
            held = Arrays.copyOfRange(both, sure, both.length);
            seen += chunk.length;
            progress.accept(seen);
        }
        return Arrays.equals(held, text(digest));
    }

    private static byte[] text(MessageDigest digest) {
        return (WORDS + HexFormat.of().formatHex(digest.digest()) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
