package dev.datastack.cli.images.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The tar entry in front of Docker's own. Docker reads past it; a tar of entries one after the other is a tar again, so
 * nothing of Docker's stream has to be understood here.
 */
final class FirstEntry {
    private static final String NAME = "stack-images.json";
    private static final int BLOCK = 512;
    /** Where the header has its fields, by the POSIX format. */
    private static final int SIZE = 124;

    private static final int SUM = 148;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int LIMIT = 1 << 20;

    private FirstEntry() {}

    static void write(OutputStream out, byte[] content) throws IOException {
        var header = new byte[BLOCK];
        put(header, 0, NAME);
        put(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
        put(header, SIZE, "%011o ".formatted(content.length));
        put(header, 136, "%011o ".formatted(0));
        put(header, SUM, "        ");
        header[TYPE] = '0';
        put(header, MAGIC, "ustar\00000");
        put(header, SUM, "%06o\0 ".formatted(sum(header)));
        out.write(header);
        out.write(content);
        out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    /** Nothing when the tar begins with something else. */
    static Optional<byte[]> read(InputStream in) throws IOException {
        var header = in.readNBytes(BLOCK);
        if (header.length < BLOCK) {
            throw new EOFException("no header");
        }
        if (!new String(header, StandardCharsets.US_ASCII).startsWith(NAME + '\0')) {
            return Optional.empty();
        }
        var octal = new String(Arrays.copyOfRange(header, SIZE, SIZE + 11), StandardCharsets.US_ASCII).strip();
        int size = Integer.parseInt(octal, 8);
        if (size > LIMIT) {
            return Optional.empty();
        }
        var content = in.readNBytes(size);
        // Read, not skipped: who takes a checksum of the stream sees these bytes too.
        in.readNBytes((BLOCK - size % BLOCK) % BLOCK);
        return Optional.of(content);
    }

    private static int sum(byte[] header) {
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        return sum;
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
