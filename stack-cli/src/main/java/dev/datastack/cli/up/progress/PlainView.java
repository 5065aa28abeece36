package dev.datastack.cli.up.progress;

import dev.datastack.cli.terminal.Terminal;
import java.util.HashMap;
import java.util.Map;

/** For logs and pipes: one line for each change. */
final class PlainView implements View {
    private final Terminal terminal;
    private final Map<String, String> shown = new HashMap<>();

    PlainView(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void show(Frame frame) {
        for (var line : frame.lines()) {
            if (!line.detail().equals(shown.put(line.name(), line.detail()))) {
                terminal.say("[%3d s] %s: %s".formatted(frame.elapsed().toSeconds(), line.name(), line.detail()));
            }
        }
    }
}
