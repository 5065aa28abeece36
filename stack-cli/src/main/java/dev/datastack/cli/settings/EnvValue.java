package dev.datastack.cli.settings;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line of {@code .env} gives its name. */
sealed interface EnvValue {
    record Known(String text) implements EnvValue {}

    /** Compose makes something of it that this program does not work out; it matters only to who asks for the name. */
    record Unclear(int line, String reason) implements EnvValue {}

    Pattern QUOTED = Pattern.compile("(?s)('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")(.*)");
    Pattern VARIABLE = Pattern.compile("\\$(?:(\\$)|([A-Za-z_]\\w*)|\\{([A-Za-z_]\\w*)}|(\\{))");

    /** {@code variables} answers for the names that the value refers to. */
    static EnvValue of(int line, String written, Function<String, Optional<EnvValue>> variables) {
        if (written.indexOf('\uFFFD') >= 0) {
            return new Unclear(line, "it is not UTF-8: save the file as UTF-8");
        }
        if (written.startsWith("'")) {
            return new Known(written.substring(1, written.length() - 1).replace("\\'", "'"));
        }
        if (!written.startsWith("\"")) {
            return substituted(line, written, variables);
        }
        return written.indexOf('\\') < 0
                ? substituted(line, written.substring(1, written.length() - 1), variables)
                : new Unclear(line, "in double quotes a backslash begins an escape: write the value in single quotes");
    }

    private static EnvValue substituted(int line, String text, Function<String, Optional<EnvValue>> variables) {
        var found = VARIABLE.matcher(text);
        var value = new StringBuilder();
        while (found.find()) {
            if (found.group(4) != null) {
                return new Unclear(line, "it holds more than a name in ${}: write the value out");
            }
            var name = found.group(2) == null ? found.group(3) : found.group(2);
            var known = name == null ? new Known("$") : variables.apply(name).orElseGet(() -> new Known(""));
            if (!(known instanceof Known some)) {
                return known;
            }
            found.appendReplacement(value, Matcher.quoteReplacement(some.text()));
        }
        return new Known(found.appendTail(value).toString());
    }

    /** The value as Compose and this program read it back; empty where there is no way to write it. */
    static Optional<String> writing(String value) {
        if (value.indexOf('\n') >= 0) {
            return Optional.empty();
        }
        var plain = value.equals(value.replaceAll("^\\p{IsWhite_Space}|\\p{IsWhite_Space}$", ""))
                && !value.matches("['\"#].*")
                && !value.contains(" #")
                && value.indexOf('$') < 0;
        if (plain) {
            return Optional.of(value);
        }
        return value.endsWith("\\") || value.contains("\\'")
                ? Optional.empty()
                : Optional.of("'" + value.replace("'", "\\'") + "'");
    }
}
