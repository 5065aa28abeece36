package dev.datastack.cli.terminal;

import java.util.List;
import java.util.stream.Collectors;

/** Some lines of a screen, of which each picture is written over the one before. */
public final class Block {
    private static final String UP_AND_CLEAR = "\u001b[1A\u001b[2K";

    private final Terminal terminal;
    private int height;

    public Block(Terminal terminal) {
        this.terminal = terminal;
    }

    /** None of them may be wider than the screen. */
    public void show(List<String> lines) {
        terminal.out()
                .print(UP_AND_CLEAR.repeat(height)
                        + lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
        terminal.out().flush();
        height = lines.size();
    }

    /** A line that the screen breaks in two would be one too many to go back over. */
    public static String cut(String line, int room) {
        return line.length() <= room ? line : line.substring(0, room - 1) + "…";
    }
}
