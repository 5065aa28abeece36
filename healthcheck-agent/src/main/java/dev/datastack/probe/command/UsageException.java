package dev.datastack.probe.command;

import dev.datastack.probe.text.Sentence;

/** The command line asks for nothing that can be done. The message names the word and the way out. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message, null, false, false);
    }

    UsageException(String pattern, String first) {
        this(Sentence.of(pattern, first));
    }

    UsageException(String pattern, String first, String second) {
        this(Sentence.of(pattern, first, second));
    }

    UsageException(String pattern, String first, String second, String third) {
        this(Sentence.of(pattern, first, second, third));
    }

    static UsageException badValue(Flag flag, String value, String wanted) {
        return new UsageException("--{} {}: {}", flag.name(), value, wanted);
    }

    String reason() {
        String reason = getMessage();
        return reason == null ? "" : reason;
    }
}
