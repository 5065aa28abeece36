package dev.datastack.cli.terminal;

/** The step under way, written over itself on a screen and left out elsewhere, with one lasting line at its end. */
public final class StatusLine {
    private final Terminal terminal;
    private final String name;

    public StatusLine(Terminal terminal, String name) {
        this.terminal = terminal;
        this.name = name;
    }

    public synchronized void now(String text) {
        if (!terminal.isScreen()) {
            return;
        }
        var line = name + ": " + text.strip();
        terminal.out().print("\r\u001b[K" + line.substring(0, Math.min(line.length(), terminal.columns() - 1)));
        terminal.out().flush();
    }

    public synchronized void done(String text) {
        clear();
        terminal.say(name + ": " + text);
    }

    public synchronized void clear() {
        if (terminal.isScreen()) {
            terminal.out().print("\r\u001b[K");
            terminal.out().flush();
        }
    }
}
