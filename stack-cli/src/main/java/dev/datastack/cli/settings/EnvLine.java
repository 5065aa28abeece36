package dev.datastack.cli.settings;

import java.util.regex.Pattern;

/** One line of {@code .env}, taken apart as Compose does it. */
sealed interface EnvLine {
    /** Empty, a comment, or a name alone, which takes its value from the environment. */
    record Nothing() implements EnvLine {}

    /** {@code head} is all that stands before the value. */
    record Setting(String head, String name, String written) implements EnvLine {}

    /** Compose refuses it too, or reads on where the next line is not a line any more. */
    record Refused(String reason) implements EnvLine {}

    String NAME = "[\\p{L}\\p{N}_.\\-\\[\\]]+";
    /** Blanks that do not end a line; the last two are those of Unicode that Compose knows. */
    String BLANK = "[\\t\\x0B\\f\\r \\x85\\xA0]*";

    Pattern SETTING = Pattern.compile(
            "(?s)(\\p{IsWhite_Space}*(?:export[\\t\\f\\r ]+)?+(" + NAME + ")" + BLANK + "[=:]" + BLANK + ")(.*)");
    Pattern EMPTY =
            Pattern.compile("(?s)\\p{IsWhite_Space}*(?:#.*|(?:export[\\t\\f\\r ]+)?+(?:" + NAME + BLANK + ")?)");

    static EnvLine of(String line) {
        if (line.indexOf('\0') >= 0) {
            return new Refused("it has NUL bytes, as a file in UTF-16 has them: save it as UTF-8");
        }
        if (EMPTY.matcher(line).matches()) {
            return new Nothing();
        }
        var setting = SETTING.matcher(line);
        if (!setting.matches()) {
            return new Refused("it is not NAME=value");
        }
        var written = setting.group(3);
        if (!written.startsWith("'") && !written.startsWith("\"")) {
            return new Setting(setting.group(1), setting.group(2), unquoted(written));
        }
        var quoted = EnvValue.QUOTED.matcher(written);
        if (!quoted.matches()) {
            return new Refused("its quote does not end on the same line");
        }
        return quoted.group(2).matches("(?s)\\p{IsWhite_Space}*(#.*)?")
                ? new Setting(setting.group(1), setting.group(2), quoted.group(1))
                : new Refused("something follows the quote that ends the value");
    }

    private static String unquoted(String written) {
        int comment = written.indexOf(" #");
        return (comment < 0 ? written : written.substring(0, comment)).replaceFirst("\\p{IsWhite_Space}+$", "");
    }
}
