package dev.datastack.cli.up.progress;

import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.terminal.Count;

/** What one container means for its service. */
record ServicePhase(Phase phase, String detail) {
    /** It is there and was never started, which says no more than that there is none. */
    static final ServicePhase CREATED = new ServicePhase(Phase.WAITING, "created");

    private static final int LOOP = 3;

    static ServicePhase of(Service service, Seen seen, Upping upping) {
        return switch (seen.state().state()) {
            case RUNNING -> seen.restarts() >= LOOP ? looping(seen) : running(service, seen);
            case RESTARTING -> looping(seen);
            case EXITED, DEAD -> ended(service, seen, upping);
            case CREATED -> CREATED;
            // Neither Compose nor anybody else goes on with it.
            case PAUSED -> new ServicePhase(Phase.FAILED, "paused");
            default -> new ServicePhase(Phase.STARTING, seen.state().state().word());
        };
    }

    private static ServicePhase running(Service service, Seen seen) {
        if (service.oneShot()) {
            return new ServicePhase(Phase.STARTING, "runs");
        }
        return switch (seen.state().health()) {
            // A container that is just starting again has no health for a moment, though it has a probe.
            case NONE ->
                service.probed() ? new ServicePhase(Phase.STARTING, "starting") : new ServicePhase(Phase.READY, "runs");
            case HEALTHY -> new ServicePhase(Phase.READY, "healthy");
            case UNHEALTHY -> new ServicePhase(Phase.UNHEALTHY, "unhealthy");
            case STARTING -> new ServicePhase(Phase.STARTING, "starting");
        };
    }

    private static ServicePhase looping(Seen seen) {
        if (seen.state().health() == ContainerHealth.HEALTHY) {
            return new ServicePhase(Phase.READY, "healthy");
        }
        var phase = seen.restarts() >= LOOP ? Phase.LOOPING : Phase.STARTING;
        return new ServicePhase(phase, "restarted " + Count.times(seen.restarts()));
    }

    private static ServicePhase ended(Service service, Seen seen, Upping upping) {
        var exitCode = seen.state().exitCode();
        if (service.oneShot() && exitCode == 0) {
            return new ServicePhase(Phase.READY, "done");
        }
        var judged = switch (upping) {
            case AT_WORK -> false;
            // Compose may have stopped it to replace it, and not got so far.
            case REFUSED -> !seen.endedBefore() && !seen.comesBack();
            case DONE -> true;
        };
        return judged
                ? new ServicePhase(Phase.FAILED, "exited (" + exitCode + ")")
                : new ServicePhase(Phase.WAITING, "stopped");
    }
}
