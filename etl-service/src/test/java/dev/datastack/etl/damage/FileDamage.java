package dev.datastack.etl.damage;

import dev.datastack.etl.warehouse.DataFolder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** What happens to a file on its way. The text is damaged before it is compressed, the rest after that. */
@SuppressWarnings("ImmutableEnumChecker") // The ways keep no state.
enum FileDamage {
    NONE,
    CUT_SHORT(false, (file, random) -> file.cut(random)),
    FLIPPED_BIT(false, (file, random) -> file.flipped(random)),
    ZEROED_BLOCK(false, (file, random) -> file.zeroed(random)),
    EMPTY(false, (file, random) -> new Bytes("")),
    SOMETHING_ELSE(false, (file, random) -> new Bytes("<html>503 Service Unavailable</html>")),
    RUBBISH_BEHIND(false, (file, random) -> new Bytes(file.text() + "rubbish")),
    IN_TWO_PARTS(false, (file, random) -> new Bytes(file.text() + file.text())),
    COMPRESSED_TWICE(false, (file, random) -> Bytes.of(DataFolder.gzip(file.toArray()))),
    TEXT_CUT_SHORT(true, (file, random) -> file.cut(random)),
    TEXT_FLIPPED_BIT(true, (file, random) -> file.flipped(random)),
    TEXT_ZEROED_BLOCK(true, (file, random) -> file.zeroed(random)),
    NOTHING_COMPRESSED(true, (file, random) -> new Bytes("")),
    HEADER_ONLY(
            true,
            (file, random) -> new Bytes(file.text().substring(0, file.text().indexOf('\n')))),
    NO_HEADER(
            true, (file, random) -> new Bytes(file.text().substring(file.text().indexOf('\n') + 1))),
    SHOUTED_HEADER(true, (file, random) -> file.with("X", new Random(0))),
    BYTE_ORDER_MARK(true, (file, random) -> new Bytes("\u00ef\u00bb\u00bf" + file.text())),
    WINDOWS_LINE_ENDS(true, (file, random) -> new Bytes(file.text().replace("\n", "\r\n"))),
    NO_LAST_LINE_END(true, (file, random) -> new Bytes(file.text().stripTrailing())),
    SEMICOLONS(true, (file, random) -> new Bytes(file.text().replace(',', ';'))),
    EXTRA_COLUMN(true, (file, random) -> new Bytes(file.text().replace("\n", ",\n"))),
    UTF_16(true, (file, random) -> Bytes.of(file.text().getBytes(StandardCharsets.UTF_16))),
    RANDOM_BYTES(true, (file, random) -> {
        byte[] bytes = new byte[random.nextInt(4_000)];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }),
    SOME_ROWS(true, (file, random) -> {
        String[] lines = file.text().split("\n");
        for (int i = 0; i <= random.nextInt(2); i++) {
            int at = 1 + random.nextInt(lines.length - 1);
            lines[at] = RowDamage.any(random).to(new Bytes(lines[at]), random).text();
        }
        return new Bytes(String.join("\n", lines) + "\n");
    });

    @FunctionalInterface
    private interface Way {
        Bytes of(Bytes file, Random random);
    }

    private final boolean beforeCompression;
    private final Way way;

    FileDamage() {
        this(true, (file, random) -> file);
    }

    FileDamage(boolean beforeCompression, Way way) {
        this.beforeCompression = beforeCompression;
        this.way = way;
    }

    /** As it lies on the disk then. */
    byte[] to(String text, boolean compressed, Random random) {
        Bytes content = Bytes.of(text.getBytes(StandardCharsets.UTF_8));
        Bytes before = beforeCompression ? way.of(content, random) : content;
        Bytes stored = compressed ? Bytes.of(DataFolder.gzip(before.toArray())) : before;
        return (beforeCompression ? stored : way.of(stored, random)).toArray();
    }

    /** Damaged rows are the most frequent, as they have the most forms. */
    static FileDamage any(Random random) {
        return random.nextInt(4) == 0 ? SOME_ROWS : Arrays.asList(values()).get(random.nextInt(values().length));
    }
}
