package dev.datastack.cli.course.check;

import dev.datastack.cli.course.lab.LabException;
import dev.datastack.cli.course.lab.LabProject;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.ContainerState;

/** Whether a service's container runs. One that does not run reaches nobody and changes nothing: that proves nothing. */
final class Running {
    private Running() {}

    static void orThrow(LabProject project, String service) {
        if (project.container(service).filter(Running::runs).isEmpty()) {
            throw LabException.saying(service + " does not run, so there is nothing to look at");
        }
    }

    static boolean runs(Container container) {
        return container.state().running();
    }

    /** It has ended, and nothing starts it again. */
    static boolean isOver(Container container) {
        return container.state().status() == ContainerState.EXITED
                && container.hostConfig().restartPolicy().name().matches("|no");
    }
}
