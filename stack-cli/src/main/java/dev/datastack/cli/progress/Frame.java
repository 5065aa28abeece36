package dev.datastack.cli.progress;

import java.time.Duration;
import java.util.List;

/** All there is to show at one moment of a start. */
public record Frame(Duration elapsed, List<Line> lines) {}
