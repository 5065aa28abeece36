package dev.datastack.cli.progress;

/** How far one line of a start is. */
public enum Phase {
    WAITING,
    STARTING,
    READY,
    FAILED
}
