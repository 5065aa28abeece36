package dev.datastack.cli.explain.startup;

import dev.datastack.cli.startup.StartRecord;
import dev.datastack.cli.terminal.Printable;
import dev.datastack.cli.terminal.Style;
import dev.datastack.cli.terminal.Terminal;
import dev.datastack.cli.terminal.Wrapped;
import java.util.List;
import java.util.stream.Stream;

/** A start as a person reads it: what it was, its waterfall, its critical path, what is not known of it. */
final class StartupText {
    private final Terminal terminal;

    StartupText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(StartRecord start) {
        terminal.say(Words.heading(start));
        if (!start.reason().isEmpty()) {
            terminal.say(terminal.paint(Style.BAD, Printable.of(start.reason())));
        }
        terminal.say("");
        new WaterfallText(start, terminal).lines().forEach(terminal::say);
        chain(start);
        var unknowns = Words.unknowns(start);
        if (!unknowns.isEmpty()) {
            terminal.say("");
            terminal.say("Not known:");
            unknowns.forEach(line -> terminal.say("  " + line));
        }
    }

    private void chain(StartRecord start) {
        var chain = CriticalPath.words(CriticalPath.of(start));
        if (chain.isEmpty()) {
            return;
        }
        terminal.say("");
        terminal.say("Critical path, the chain of waits that made the total:");
        var entries = chain.stream().skip(1).map("→ "::concat).toList();
        var all = Stream.concat(chain.stream().limit(1), entries.stream()).toList();
        Wrapped.lines(all, "  ", " ", terminal.columns() - 1).forEach(terminal::say);
    }

    /** The sums of the last starts, where there are several. */
    void printSums(List<StartRecord> starts) {
        if (starts.size() > 1) {
            terminal.say("");
            terminal.say("The last starts, along their critical paths:");
            new Comparison(starts).sums(width() - 2).forEach(line -> terminal.say("  " + line));
        }
    }

    void printBesideEachOther(List<StartRecord> starts) {
        new Comparison(starts).sideBySide(width()).forEach(terminal::say);
    }

    /** Only a screen breaks lines. */
    private int width() {
        return terminal.isScreen() ? terminal.columns() - 1 : Integer.MAX_VALUE;
    }
}
