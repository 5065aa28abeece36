package dev.datastack.acceptance.documents;

import java.util.regex.Pattern;

/** What the comment above a command block says about who runs it. */
sealed interface Marker {
    Pattern COMMENT = Pattern.compile("<!--\\s*([a-z-]+)\\s*(?::\\s*(.*?))?\\s*-->");

    /** Run beside the shared stack. */
    record Run() implements Marker {}

    /** A test class does the same in its own way. */
    record RunBy(String test) implements Marker {}

    record NotRun(String reason) implements Marker {}

    /** There is none, or it cannot be read: the test's complaint. */
    record Missing(String found) implements Marker {}

    static Marker of(String line) {
        var matcher = COMMENT.matcher(line.strip());
        if (!matcher.matches()) {
            return new Missing(line);
        }
        var words = matcher.group(2) == null ? "" : matcher.group(2);
        if (matcher.group(1).equals("run") && words.isEmpty()) {
            return new Run();
        }
        if (matcher.group(1).equals("run-by") && !words.isEmpty()) {
            return new RunBy(words);
        }
        if (matcher.group(1).equals("not-run") && !words.isEmpty()) {
            return new NotRun(words);
        }
        return new Missing(line);
    }
}
