package dev.datastack.etl.damage;

import java.util.Random;

/** What happens to a row on its way. Some of it is harmless, and must be taken for that. */
@SuppressWarnings("ImmutableEnumChecker") // The ways keep no state.
enum RowDamage {
    FLIPPED_BIT((row, random) -> row.flipped(random)),
    CUT_SHORT((row, random) -> row.cut(random)),
    EXTRA_COLUMN((row, random) -> row.with(",1", random)),
    MISSING_COLUMN((row, random) -> new Bytes(row.text().replaceFirst(",[^,]*", ""))),
    STRAY_QUOTE((row, random) -> row.with("\"", random)),
    NO_UTF_8((row, random) -> row.with("\u00ff", random)),
    HALF_A_CHARACTER((row, random) -> row.with("\u00c3", random)),
    NUL((row, random) -> row.with("\u0000", random)),
    BYTE_ORDER_MARK((row, random) -> new Bytes("\u00ef\u00bb\u00bf" + row.text())),
    CARRIAGE_RETURN((row, random) -> row.with("\r", random)),
    WINDOWS_LINE_END((row, random) -> new Bytes(row.text() + "\r")),
    HUGE_FIELD((row, random) -> row.with("7".repeat(100 + random.nextInt(70_000)), random)),
    EMPTY_FIELD((row, random) -> row.withField(random.nextInt(99), "")),
    NOT_KNOWN((row, random) -> row.withField(random.nextInt(99), "NA")),
    OTHER_VALUE((row, random) -> row.withField(random.nextInt(99), Integer.toString(random.nextInt(3_000)))),
    NEGATIVE_VALUE((row, random) -> {
        int at = random.nextInt(99);
        return row.withField(at, "-" + row.field(at));
    }),
    LEADING_ZERO((row, random) -> {
        int at = random.nextInt(99);
        return row.withField(at, "0" + row.field(at));
    }),
    SWAPPED_FIELDS((row, random) -> {
        int one = random.nextInt(99);
        int other = random.nextInt(99);
        return row.withField(one, row.field(other)).withField(other, row.field(one));
    }),
    QUOTED_FIELD((row, random) -> {
        int at = random.nextInt(99);
        return row.withField(at, "\"" + row.field(at) + "\"");
    }),
    OTHER_MONTH((row, random) -> new Bytes(row.text().replaceFirst("2013,1,", "2013,2,"))),
    TWICE((row, random) -> new Bytes(row.text() + "\n" + row.text())),
    TWO_IN_A_LINE((row, random) -> new Bytes(row.text() + row.text())),
    BROKEN_IN_TWO((row, random) -> row.with("\n", random));

    @FunctionalInterface
    private interface Way {
        Bytes of(Bytes row, Random random);
    }

    private final Way way;

    RowDamage(Way way) {
        this.way = way;
    }

    Bytes to(Bytes row, Random random) {
        return way.of(row, random);
    }

    static RowDamage any(Random random) {
        return values()[random.nextInt(values().length)];
    }
}
