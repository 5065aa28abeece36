package dev.datastack.cli.docker;

import java.util.Locale;

/** How {@code docker compose up --detach} goes about it. */
public enum UpOption {
    BUILD,
    NO_BUILD,
    NO_DEPS,
    FORCE_RECREATE,
    QUIET_PULL,
    WAIT;

    String word() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
