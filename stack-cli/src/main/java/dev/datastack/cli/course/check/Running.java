package dev.datastack.cli.course.check;

import dev.datastack.cli.course.lab.LabException;
import dev.datastack.cli.course.lab.LabProject;
import tools.jackson.databind.JsonNode;

/** Whether a service's container runs. One that does not run reaches nobody and changes nothing: that proves nothing. */
final class Running {
    private Running() {}

    static void orThrow(LabProject project, String service) {
        if (project.inspect(service).filter(Running::runs).isEmpty()) {
            throw LabException.saying(service + " does not run, so there is nothing to look at");
        }
    }

    static boolean runs(JsonNode container) {
        return container.at("/State/Running").asBoolean(false);
    }

    /** It has ended, and nothing starts it again. */
    static boolean isOver(JsonNode container) {
        return container.at("/State/Status").asString("").equals("exited")
                && container.at("/HostConfig/RestartPolicy/Name").asString("").matches("|no");
    }
}
