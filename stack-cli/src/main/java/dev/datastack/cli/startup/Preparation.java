package dev.datastack.cli.startup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Something that is done before the first container. */
public record Preparation(Kind kind, Instant from, Instant to) {
    /** What has to be there. */
    public enum Kind {
        BASES,
        JARS,
        IMAGES
    }

    public Preparation {
        requireNonNull(kind, "kind");
        Times.check(from, to);
    }
}
