package dev.datastack.cli.up.progress;

import java.time.Duration;
import java.util.Optional;

/** One line of a frame; the time is when it became ready. */
public record Line(String name, Phase phase, String detail, Optional<Duration> readyAt) {}
