package dev.datastack.cli.course.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a learner is with an exercise; each has a sign, so that nobody needs to tell colours apart. */
public enum State {
    OPEN("not started", "·"),
    STARTED("started", "–"),
    FAILING("a check fails", "✗"),
    PASSED("passed", "✓");

    private final String words;
    private final String sign;

    State(String words, String sign) {
        this.words = words;
        this.sign = sign;
    }

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return words;
    }

    String sign() {
        return sign;
    }
}
