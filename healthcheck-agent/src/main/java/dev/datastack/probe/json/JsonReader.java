package dev.datastack.probe.json;

import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Digits;
import dev.datastack.probe.text.Sentence;

/** Steps over the tokens of a JSON text (RFC 8259) and refuses what is none. */
final class JsonReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    JsonReader(byte[] bytes, int length) {
        this.bytes = bytes;
        this.end = length;
    }

    int position() {
        return at;
    }

    /** The next byte that is no white space, or -1 at the end. */
    int peek() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
        return at < end ? bytes[at] : -1;
    }

    boolean take(char wanted) {
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    void expect(char wanted) throws Unhealthy {
        if (!take(wanted)) {
            throw broken();
        }
    }

    void skipString() throws Unhealthy {
        expect('"');
        while (at < end && bytes[at] != '"') {
            if (bytes[at] >= 0 && bytes[at] < ' ') {
                throw broken();
            }
            if (bytes[at++] == '\\') {
                skipEscape();
            }
        }
        expect('"');
    }

    private void skipEscape() throws Unhealthy {
        int c = at < end ? bytes[at++] : -1;
        if (c == 'u') {
            for (int i = 0; i < 4; i++) {
                if (at >= end || Digits.hex(bytes[at++]) < 0) {
                    throw broken();
                }
            }
        } else if (c < 0 || "\"\\/bfnrt".indexOf(c) < 0) {
            throw broken();
        }
    }

    void skipNumberOrWord() throws Unhealthy {
        if (peek() == '-' || isDigit()) {
            skipNumber();
        } else {
            skipWord();
        }
    }

    private void skipNumber() throws Unhealthy {
        at += bytes[at] == '-' ? 1 : 0;
        // A zero stands alone; the digit after it, if any, is then refused by what follows.
        if (isDigit() && bytes[at] == '0') {
            at++;
        } else {
            skipDigits();
        }
        if (at < end && bytes[at] == '.') {
            at++;
            skipDigits();
        }
        if (at < end && (bytes[at] | 0x20) == 'e') {
            at++;
            at += at < end && (bytes[at] == '+' || bytes[at] == '-') ? 1 : 0;
            skipDigits();
        }
    }

    private void skipDigits() throws Unhealthy {
        if (!isDigit()) {
            throw broken();
        }
        while (isDigit()) {
            at++;
        }
    }

    private boolean isDigit() {
        return at < end && Digits.isDigit(bytes[at]);
    }

    private void skipWord() throws Unhealthy {
        String word = switch (peek()) {
            case 't' -> "true";
            case 'f' -> "false";
            case 'n' -> "null";
            default -> throw broken();
        };
        for (int i = 0; i < word.length(); i++) {
            if (at >= end || bytes[at] != word.charAt(i)) {
                throw broken();
            }
            at++;
        }
    }

    Unhealthy broken() {
        return new Unhealthy(
                at >= end
                        ? "the JSON of the answer is cut short"
                        : Sentence.of("the answer is not JSON (at byte {})", Integer.toString(at)));
    }
}
