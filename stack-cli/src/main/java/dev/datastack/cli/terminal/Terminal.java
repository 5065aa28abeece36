package dev.datastack.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The two streams and the one person, if there is one. */
public final class Terminal {
    /** What {@link #key()} answers when nobody can type any more. */
    public static final int END_OF_INPUT = -1;

    private static final int NO_KEY = 0;

    private final PrintWriter out;
    private final PrintWriter err;
    private final BufferedReader answers;
    private final Traits traits;

    /** What kind of terminal it is: a screen that lines can be written over on, with somebody who answers, in colour. */
    public record Traits(boolean screen, boolean person, boolean colour, int columns) {
        public static final Traits NONE = new Traits(false, false, false, 80);
    }

    public Terminal(PrintWriter out, PrintWriter err, BufferedReader answers, Traits traits) {
        this.out = out;
        this.err = err;
        this.answers = answers;
        this.traits = traits;
    }

    public void say(String line) {
        out.print(line + "\n");
        out.flush();
    }

    public void warn(String line) {
        err.print(line + "\n");
        err.flush();
    }

    /** For progress where the output is for a program: all goes to the other stream. */
    public Terminal toErr() {
        return new Terminal(err, err, answers, traits);
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
        return err;
    }

    public boolean isScreen() {
        return traits.screen();
    }

    public boolean hasPerson() {
        return traits.person();
    }

    /** Some terminals, such as that of a recording, say that they have none. */
    public int columns() {
        return traits.columns() > 0 ? traits.columns() : Traits.NONE.columns();
    }

    public String paint(Style style, String text) {
        return traits.colour() ? style.around(text) : text;
    }

    /** Asks on the terminal; without one the answer is no. */
    public boolean agrees(String question) {
        if (!traits.person()) {
            return false;
        }
        out.print(question + " [y/N] ");
        out.flush();
        try {
            var answer = answers.readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key that was typed, 0 while there is none. Where a line is needed, its end counts as no key. */
    public int key() {
        try {
            if (!answers.ready()) {
                return NO_KEY;
            }
            int read = answers.read();
            return read == '\n' || read == '\r' ? NO_KEY : read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
