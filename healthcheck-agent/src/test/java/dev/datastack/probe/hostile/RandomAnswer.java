package dev.datastack.probe.hostile;

import dev.datastack.probe.server.FakePostgres;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Answers that look almost right: the pieces of two protocols in any order, with bytes turned, doubled and cut off. */
final class RandomAnswer {
    private static final String[] HTTP = {
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 103 Hints\r\n\r\n",
        "HTTP/1.0 500 No\r\n",
        "Content-Length: 12\r\n",
        "Content-Length: ",
        "Transfer-Encoding: chunked\r\n",
        "Location: /\r\n",
        "X-Y: z\r\n",
        "\r\n",
        "\n",
        ":",
        "5\r\n",
        "0\r\n\r\n",
        "fffffff\r\n",
        "{\"a\":",
        "{\"b\":\"c\"}",
        "[[[[",
        "]]",
        "\"\\u00e9\\ud800\"",
        "-1.5e+9",
        "}",
        ",",
        "true",
        "null",
        "\\",
        "\"",
        "é",
        "\0"
    };
    private static final char[] TYPES = "RSKENDCITv".toCharArray();
    /** 0 lets the probe in, and no "ready" follows; the others are demands for a login that it does not know. */
    private static final int[] KINDS = {0, 1, 2, 4, 6, 8, 11, 12, 99};
    /** One such byte can make a good answer out of a bad one: the kinds of login that the probe knows, and "ready". */
    private static final String GOOD = "\0\3\5\7\11\12Z";

    private final Random random;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

    private RandomAnswer(long seed) {
        random = new Random(seed);
    }

    /** The same for the same seed. It never holds what {@link RandomAnswersSuite} asks for. */
    static byte[] http(long seed) {
        RandomAnswer one = new RandomAnswer(seed);
        if (one.random.nextInt(4) > 0) {
            one.add(HTTP[0]);
        }
        for (int pieces = one.random.nextInt(40); pieces > 0; pieces--) {
            one.add(HTTP[one.random.nextInt(HTTP.length)]);
        }
        return one.spoilt();
    }

    /** As above, for the start of a session of PostgreSQL: no demand for a login that a probe knows, and no "ready". */
    static byte[] postgres(long seed) {
        RandomAnswer one = new RandomAnswer(seed);
        for (int pieces = one.random.nextInt(8); pieces > 0; pieces--) {
            one.answer.writeBytes(one.message());
        }
        return one.spoilt();
    }

    private byte[] message() {
        byte[] rest = new byte[random.nextInt(60)];
        random.nextBytes(rest);
        return switch (random.nextInt(6)) {
            case 0 -> FakePostgres.authentication(KINDS[random.nextInt(KINDS.length)], "");
            case 1 -> FakePostgres.authentication(0, "");
            case 2 -> FakePostgres.authentication(10, "SCRAM-SHA-1\0\0");
            case 3 -> FakePostgres.error("57P03", new String(rest, StandardCharsets.ISO_8859_1));
            case 4 -> FakePostgres.message('N', rest);
            default -> FakePostgres.message(TYPES[random.nextInt(TYPES.length)], rest);
        };
    }

    private void add(String text) {
        answer.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] spoilt() {
        byte[] bytes = answer.toByteArray();
        for (int turned = random.nextInt(4); turned > 0 && bytes.length > 0; turned--) {
            byte value = (byte) random.nextInt(256);
            bytes[random.nextInt(bytes.length)] = GOOD.indexOf(value) < 0 ? value : 1;
        }
        int kept = random.nextInt(3) > 0 ? bytes.length : random.nextInt(bytes.length + 1);
        return Arrays.copyOf(bytes, kept);
    }
}
