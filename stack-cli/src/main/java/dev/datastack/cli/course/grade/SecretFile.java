package dev.datastack.cli.course.grade;

import java.util.Set;
import java.util.regex.Pattern;

/** Whether a file of an image is a secret, or has one in it. Only small texts outside of installed packages are read. */
final class SecretFile {
    private static final Pattern PACKAGES =
            Pattern.compile("(?:.*/)?(?:site-packages|dist-packages|node_modules|__pycache__|\\.cache|\\.git)/.*"
                    + "|(?:usr/(?!local/|src/)|var/lib/|var/cache/|lib/|lib64/|bin/|sbin/|proc/|sys/).*"
                    + "|usr/local/(?:lib|share|include)/.*"
                    + "|etc/(?:ssl|ca-certificates|passwd|shadow|group|gshadow|pam|security|apt|alternatives)\\b.*");
    private static final Pattern PROSE = Pattern.compile("(?i).*\\.(?:md|rst|html?|css|svg|csv|sql\\.gz|lock)");
    private static final Pattern NAME =
            Pattern.compile("(?i)(?:.*/)?[^/]*(?:password|passwd|secret|token|pgpass|credential"
                    + "|api[_-]?key|fernet[_-]?key|private[_-]?key|access[_-]?key)s?(?:\\.(?:txt|key|secret|conf))?");
    private static final Pattern CODE = Pattern.compile("(?i).*\\.(?:py|js|ts|java|rb|go|sql)");
    private static final Pattern PRIVATE = Pattern.compile("-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(?:#|;|//|--|\\*).*");
    /** In SQL a word in quotes is enough, and one with a colon before it is a variable of psql. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)(?:password|passwd|pwd|secret|secret_key|token|fernet_key|api_key|private_key|access_key)"
                    + "(?:[\"'\\]]*(?:\\s*=|:|\\s+:(?!'))|(?<=password)\\s+(?='))\\s*(\"[^\"]*\"|'[^']*'|[^\\s,;}]+)");
    /** In {@code .pgpass}: host, port, database, user, password. */
    private static final Pattern PGPASS = Pattern.compile("(?m)^[^:#\\s]+:(?:\\d+|\\*):[^:\\s]+:[^:\\s]+:\\S+$");

    private static final Set<String> NO_VALUES = Set.of("none", "null", "true", "false", "md5", "str", "string");

    private SecretFile() {}

    static boolean isWorthReading(String path) {
        return !PACKAGES.matcher(path).matches() && !PROSE.matcher(path).matches();
    }

    static boolean isSecret(String path, String text) {
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            return false;
        }
        return PRIVATE.matcher(text).find()
                || PGPASS.matcher(text).find()
                || isBareValue(path, text.strip())
                || SecretWords.hasAddress(text)
                || text.lines()
                        .filter(line -> !COMMENT.matcher(line).matches())
                        .flatMap(line -> ASSIGNED.matcher(line).results())
                        .anyMatch(match -> isValue(match.group(1), isCode(path)));
    }

    private static boolean isCode(String path) {
        return CODE.matcher(path).matches();
    }

    /** A file that is called a password and holds one word. */
    private static boolean isBareValue(String path, String text) {
        return NAME.matcher(path).matches()
                && text.length() <= 4096
                && !text.matches("(?s).*\\s.*")
                && isValue(text, false);
    }

    /** In a program only a text in quotes is a value; the rest are names and calls. */
    private static boolean isValue(String written, boolean code) {
        boolean quoted = written.startsWith("\"") || written.startsWith("'");
        if (code && !quoted) {
            return false;
        }
        var value = written.replaceAll("^[\"']|[\"']$", "").strip();
        return value.length() > 1
                && !NO_VALUES.contains(value.toLowerCase(java.util.Locale.ROOT))
                && !value.matches("[/$<{%\\[(&*|>].*|.*(?:\\$\\{|\\{\\{|%\\().*|(?:os|env|process|System)\\..*");
    }
}
