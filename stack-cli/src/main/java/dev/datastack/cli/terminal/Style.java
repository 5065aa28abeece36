package dev.datastack.cli.terminal;

/** What a text means; the terminal decides whether that shows. */
public enum Style {
    GOOD("32"),
    BUSY("33"),
    BAD("31"),
    QUIET("2");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String around(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
