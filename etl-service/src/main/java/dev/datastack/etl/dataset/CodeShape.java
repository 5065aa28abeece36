package dev.datastack.etl.dataset;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shape of a code, as a regular expression. The usual one, a class of characters and how many of them, such as
 * {@code [A-Z0-9]{2,7}}, is looked up in a table: a flight has four codes, and a matcher for each would take longer than
 * everything else that is checked.
 */
final class CodeShape {

    private static final Pattern USUAL = Pattern.compile("(\\[[A-Za-z0-9_/+-]+])\\{(\\d+)(?:,(\\d+))?}");
    private static final int ASCII = 128;

    private final Pattern regex;
    private final boolean[] allowed = new boolean[ASCII];
    private final int least;
    private final int most;

    CodeShape(String regex) {
        this.regex = Pattern.compile(regex);
        Matcher usual = USUAL.matcher(regex);
        if (!usual.matches()) {
            least = 0;
            most = -1;
            return;
        }
        least = Integer.parseInt(usual.group(2));
        most = usual.group(3) == null ? least : Integer.parseInt(usual.group(3));
        Pattern one = Pattern.compile(usual.group(1));
        for (char c = 0; c < ASCII; c++) {
            allowed[c] = one.matcher(String.valueOf(c)).matches();
        }
    }

    boolean matches(Row row, int field) {
        if (most < 0) {
            return regex.matcher(row.text(field)).matches();
        }
        int length = row.length(field);
        if (length < least || length > most) {
            return false;
        }
        byte[] bytes = row.bytes();
        int from = row.start(field);
        for (int i = from; i < from + length; i++) {
            byte b = bytes[i];
            if (b < 0 || !allowed[b]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return regex.pattern();
    }
}
