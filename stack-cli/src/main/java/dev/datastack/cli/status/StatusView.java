package dev.datastack.cli.status;

import dev.datastack.cli.terminal.Block;
import dev.datastack.cli.terminal.Style;
import dev.datastack.cli.terminal.Terminal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code --watch} shows: on a screen the whole status over the last one, elsewhere a line for each change. */
final class StatusView {
    private final Terminal terminal;
    private final Block block;
    private final Map<String, String> told = new HashMap<>();

    StatusView(Terminal terminal) {
        this.terminal = terminal;
        this.block = new Block(terminal);
    }

    void show(StatusText text) {
        if (terminal.isScreen()) {
            block.show(text.lines(terminal.columns() - 1).stream()
                    .map(this::onScreen)
                    .toList());
            return;
        }
        text.status().services().forEach(service -> tell(text.now(), service.service(), service.words()));
        var year = text.year().split(": ", 2);
        tell(text.now(), year[0], year[1]);
        tell(text.now(), "engine", "");
    }

    /** Nothing could be seen. */
    void trouble(Instant now, String reason) {
        if (terminal.isScreen()) {
            block.show(List.of(onScreen(new StatusText.Line("looking again after " + reason, true))));
        } else {
            tell(now, "engine", "looking again after " + reason);
        }
    }

    private void tell(Instant now, String name, String words) {
        if (!words.equals(told.put(name, words)) && !words.isEmpty()) {
            terminal.say(now.truncatedTo(ChronoUnit.SECONDS) + " " + name + ": " + words);
        }
    }

    private String onScreen(StatusText.Line line) {
        var text = Block.cut(line.text(), terminal.columns() - 1);
        return line.bad() ? terminal.paint(Style.BAD, text) : text;
    }
}
