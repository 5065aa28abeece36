package dev.datastack.cli.terminal;

/** Text of others, fit to be shown: a control character could move the cursor, colour the screen or break an XML file. */
public final class Printable {
    private Printable() {}

    /** Control characters, line ends among them, become visible escapes such as {@code \x1b}. */
    public static String of(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isShown(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format(point < 256 ? "\\x%02x" : "\\u%04x", point));
            }
        });
        return shown.toString();
    }

    /** Neither a control character, nor one that turns the direction of writing, nor half of a pair. */
    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> point != 0xFFFE && point != 0xFFFF;
        };
    }
}
