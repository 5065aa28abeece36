package dev.datastack.cli.startup;

import static java.util.Objects.requireNonNull;

/** What cannot be known of a start that was not watched; the service is empty where it is of the whole start. */
public record Unknown(String service, Reason reason) {
    /** Why not. */
    public enum Reason {
        /** Only {@code ./stack up} measures what it prepares. */
        PREPARATION,
        /** It was healthy for so long that the engine has dropped the first probe. */
        FIRST_HEALTHY,
        /** A one-shot that a later {@code up} ran once more. */
        RAN_AGAIN,
        /** It was started again after the others, by somebody or by the engine. */
        STARTED_AGAIN,
        /** The containers were there long before they were started: how long one waited is lost. */
        WAITING,
        /** The database did not answer. */
        YEAR
    }

    public Unknown {
        requireNonNull(service, "service");
        requireNonNull(reason, "reason");
    }
}
