package dev.datastack.probe.command;

/** Services answer what they like; a verdict is one line of bounded length without control characters. */
final class Printable {
    private static final int MAX_LENGTH = 500;

    private Printable() {}

    static String line(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length() && i < MAX_LENGTH; i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
            boolean surrogate = c >= 0xd800 && c < 0xe000;
            line.append(control || surrogate ? '?' : c);
        }
        return text.length() > MAX_LENGTH ? line.append("...").toString() : line.toString();
    }
}
