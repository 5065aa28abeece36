package dev.datastack.cli.up.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All there is to show at one moment of a start. */
public record Frame(Duration elapsed, List<Line> lines) {
    public Frame with(Optional<Line> more) {
        var all = new ArrayList<>(lines);
        more.ifPresent(all::add);
        return new Frame(elapsed, List.copyOf(all));
    }
}
