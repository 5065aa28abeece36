package dev.datastack.cli.up.progress;

/** How {@code docker compose up} stands. */
public enum Upping {
    /** What has ended may be of the last start, and is yet to be replaced. */
    AT_WORK,
    /** It gave up on something; what that is, the containers show. */
    REFUSED,
    DONE
}
