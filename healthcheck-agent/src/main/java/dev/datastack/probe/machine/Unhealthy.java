package dev.datastack.probe.machine;

import dev.datastack.probe.text.Sentence;

/** The answer is no. The message is the reason, written for the person who reads it in {@code docker inspect}. */
public final class Unhealthy extends Exception {
    private static final long serialVersionUID = 1L;

    public Unhealthy(String reason) {
        super(reason, null, false, false);
    }

    /** Each {@code {}} of the pattern is one of the words. */
    public Unhealthy(String pattern, String first) {
        this(Sentence.of(pattern, first));
    }

    public Unhealthy(String pattern, String first, String second) {
        this(Sentence.of(pattern, first, second));
    }

    public Unhealthy(String pattern, String first, String second, String third) {
        this(Sentence.of(pattern, first, second, third));
    }

    public String reason() {
        String reason = getMessage();
        return reason == null ? "no reason known" : reason;
    }
}
