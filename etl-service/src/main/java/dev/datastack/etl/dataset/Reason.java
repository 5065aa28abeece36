package dev.datastack.etl.dataset;

/** How a reject says why: a code that can be grouped by, a colon, a sentence for people. */
public final class Reason {

    public static final String COLUMNS = "columns: ";
    public static final String ENCODING = "encoding: ";
    public static final String QUOTE = "quote: ";
    public static final String TOO_LONG = "too-long: ";

    static final String MISSING = "missing: ";
    static final String BAD_TIME = "bad-time: ";
    static final String BAD_DATE = "bad-date: ";
    static final String BAD_CODE = "bad-code: ";
    static final String BAD_TEXT = "bad-text: ";
    static final String WRONG_PERIOD = "wrong-period: ";
    static final String PAIRING = "pairing: ";
    static final String CONTRADICTION = "contradiction: ";
    public static final String DUPLICATE = "duplicate: ";

    private static final int QUOTED_LENGTH = 60;

    private Reason() {}

    static String notANumber(String field) {
        return "not-a-number: " + quoted(field);
    }

    static String outOfRange(String field, Object least, Object most) {
        return "out-of-range: " + field + " is not in " + least + " to " + most;
    }

    public static String unknownMember(String field, Reference reference) {
        return "unknown-member: " + quoted(field) + " is no " + reference.key() + " of " + reference.table()
                + " that its file names";
    }

    static String quoted(String field) {
        return '"' + (field.length() <= QUOTED_LENGTH ? field : field.substring(0, QUOTED_LENGTH) + "…") + '"';
    }
}
