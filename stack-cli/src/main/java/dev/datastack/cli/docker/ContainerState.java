package dev.datastack.cli.docker;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;

/** What a container does, in the engine's words. */
public enum ContainerState {
    CREATED,
    RUNNING,
    PAUSED,
    RESTARTING,
    REMOVING,
    EXITED,
    DEAD,
    /** A word of a later engine. */
    UNKNOWN;

    @JsonCreator
    static ContainerState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** It does nothing any more, and the engine will not start it again by itself. */
    public boolean isOver() {
        return this == EXITED || this == DEAD;
    }
}
