package dev.datastack.cli.progress;

import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.ServiceState;

/** What the state of one container means for its service. */
record ServicePhase(Phase phase, String detail) {
    private static final int LOOP = 3;

    /** Until {@code started}, a container that has ended may be one of the last start that is yet to be replaced. */
    static ServicePhase of(Service service, ServiceState state, int restarts, boolean started) {
        return switch (state.state()) {
            case "running" -> restarts >= LOOP ? looping(state, restarts, started) : running(service, state, started);
            case "restarting" -> looping(state, restarts, started);
            case "exited", "dead" -> ended(service, state, started);
            case "created" -> new ServicePhase(Phase.WAITING, "created");
            default -> new ServicePhase(Phase.STARTING, state.state());
        };
    }

    private static ServicePhase running(Service service, ServiceState state, boolean started) {
        if (service.oneShot()) {
            return new ServicePhase(Phase.STARTING, "runs");
        }
        return switch (state.health()) {
            // A container that is just starting again has no health for a moment, though it has a probe.
            case "" ->
                service.probed() ? new ServicePhase(Phase.STARTING, "starting") : new ServicePhase(Phase.READY, "runs");
            case "healthy" -> new ServicePhase(Phase.READY, "healthy");
            case "unhealthy" -> new ServicePhase(started ? Phase.FAILED : Phase.STARTING, "unhealthy");
            default -> new ServicePhase(Phase.STARTING, "starting");
        };
    }

    private static ServicePhase looping(ServiceState state, int restarts, boolean started) {
        if (state.health().equals("healthy")) {
            return new ServicePhase(Phase.READY, "healthy");
        }
        var failed = started && restarts >= LOOP;
        return new ServicePhase(failed ? Phase.FAILED : Phase.STARTING, "restarted " + restarts + " times");
    }

    private static ServicePhase ended(Service service, ServiceState state, boolean started) {
        if (service.oneShot() && state.exitCode() == 0) {
            return new ServicePhase(Phase.READY, "done");
        }
        return started
                ? new ServicePhase(Phase.FAILED, "exited (" + state.exitCode() + ")")
                : new ServicePhase(Phase.WAITING, "stopped");
    }
}
