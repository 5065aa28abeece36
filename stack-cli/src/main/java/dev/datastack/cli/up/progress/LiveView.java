package dev.datastack.cli.up.progress;

import dev.datastack.cli.terminal.Block;
import dev.datastack.cli.terminal.Style;
import dev.datastack.cli.terminal.Terminal;

/** For a screen: each frame is written over the one before. */
public final class LiveView implements View {
    private final Terminal terminal;
    private final Block block;

    /** On a screen one frame is written over the last; a log gets a line for each change. */
    public static View on(Terminal terminal) {
        return terminal.isScreen() ? new LiveView(terminal) : new PlainView(terminal);
    }

    private LiveView(Terminal terminal) {
        this.terminal = terminal;
        this.block = new Block(terminal);
    }

    @Override
    public void show(Frame frame) {
        int width = frame.lines().stream()
                .mapToInt(line -> line.name().length())
                .max()
                .orElse(0);
        block.show(frame.lines().stream().map(line -> text(line, width)).toList());
    }

    private String text(Line line, int width) {
        var time = line.readyAt().map(at -> at.toSeconds() + " s").orElse("");
        var detail = Block.cut(line.detail(), Math.max(10, terminal.columns() - width - 17));
        return switch (line.phase()) {
                    case WAITING -> terminal.paint(Style.QUIET, "   .  ");
                    case STARTING -> terminal.paint(Style.BUSY, "  ... ");
                    case READY -> terminal.paint(Style.GOOD, "   ok ");
                    case UNHEALTHY, LOOPING, FAILED -> terminal.paint(Style.BAD, "  bad ");
                }
                + " " + line.name() + " ".repeat(width - line.name().length() + 2) + detail
                + (time.isEmpty() ? "" : " (" + time + ")");
    }
}
