package dev.datastack.cli.up.progress;

import dev.datastack.cli.docker.ServiceState;

/**
 * A container at one look. Its restarts are those of this start; {@code endedBefore}: its end is older; {@code comesBack}:
 * the engine starts it again when it ends, so that one that stays down was stopped.
 */
public record Seen(ServiceState state, int restarts, boolean endedBefore, boolean comesBack) {}
