package dev.datastack.cli.course.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what looks like a secret with its value. It tells the name and never the value. */
final class SecretWords {
    private static final String NAMES = "PASSWORD|PASSWD|SECRET|TOKEN|FERNET_KEY|API_KEY|PRIVATE_KEY|ACCESS_KEY";
    private static final Pattern NAME = Pattern.compile("(?i)(^|.*[_-])?(?:" + NAMES + ")(_KEY)?$");
    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)\\b(\\w*(?:" + NAMES + ")(?:_KEY)?)=[\"']?([^\\s\"']+)");
    private static final Pattern ADDRESS = Pattern.compile("\\w+://[^:/\\s]+:([^@\\s]+)@");

    private SecretWords() {}

    /** Of variables as they are written in a Compose file, those with a value or a default in it. */
    static List<String> in(Map<String, String> variables) {
        var found = new ArrayList<String>();
        variables.forEach((name, value) -> {
            var literal = literal(value);
            var address = ADDRESS.matcher(literal);
            if ((NAME.matcher(name).matches() && isValue(literal)) || (address.find() && isValue(address.group(1)))) {
                found.add(name);
            }
        });
        return found;
    }

    /** Of lines such as an image's variables and the steps that made it. */
    static List<String> in(List<String> lines) {
        var found = new ArrayList<String>();
        for (var line : lines) {
            var assigned = ASSIGNED.matcher(line);
            while (assigned.find()) {
                if (isValue(assigned.group(2))) {
                    found.add(assigned.group(1));
                }
            }
            if (hasAddress(line)) {
                found.add("an address with a password");
            }
        }
        return found.stream().distinct().toList();
    }

    /** Whether a text has an address with a password in it. */
    static boolean hasAddress(String text) {
        return ADDRESS.matcher(text).results().anyMatch(match -> isValue(match.group(1)));
    }

    /** What stays of a value when nobody sets its variables: the defaults. */
    private static String literal(String value) {
        return value.replaceAll("\\$\\{\\w+:?-([^}]*)}", "$1").replaceAll("\\$\\{[^}]*}|\\$\\w+", "");
    }

    /** A path or a variable names a place and is no secret itself. */
    private static boolean isValue(String text) {
        return !text.isBlank() && !text.startsWith("/") && !text.startsWith("$") && !text.startsWith("{");
    }
}
