package dev.datastack.cli.progress;

import dev.datastack.cli.terminal.Terminal;

/** Shows frames. */
public interface View {
    void show(Frame frame);

    static View on(Terminal terminal) {
        return terminal.isScreen() ? new LiveView(terminal) : new PlainView(terminal);
    }
}
