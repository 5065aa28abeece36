package dev.datastack.cli.up.progress;

/** How far one line of a start is. */
public enum Phase {
    WAITING,
    STARTING,
    /** Its health check says no, which may change. */
    UNHEALTHY,
    /** It ends and is started again, time after time; it heals when what it misses comes. */
    LOOPING,
    READY,
    /** It has ended, and nobody starts it again. */
    FAILED;

    /** Something has been started, and may yet become ready. */
    boolean isOnItsWay() {
        return this == STARTING || this == UNHEALTHY || this == LOOPING;
    }
}
