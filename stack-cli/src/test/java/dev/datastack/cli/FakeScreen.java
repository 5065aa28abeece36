package dev.datastack.cli;

import dev.datastack.cli.terminal.Terminal;
import dev.datastack.cli.terminal.Terminal.Traits;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;

/** A terminal whose text a test can read. */
public final class FakeScreen {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Terminal terminal;

    public FakeScreen(Traits traits, String answers) {
        terminal = new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new BufferedReader(new StringReader(answers)),
                traits);
    }

    public static FakeScreen pipe() {
        return new FakeScreen(Traits.NONE, "");
    }

    public static FakeScreen personWhoSays(String answer) {
        return new FakeScreen(new Traits(false, true, false, 80), answer + "\n");
    }

    public Terminal terminal() {
        return terminal;
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
