package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabProject;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** A service ends with an exit code, killed for memory or not. */
@JsonTypeName("ends")
record Ends(String name, String service, int exitCode, boolean outOfMemory, int withinSeconds) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        var wished = ended(exitCode, outOfMemory);
        // That memory was the cause can reach the engine after the end itself, so an end alone is not waited for.
        var seen = lab.until(Duration.ofSeconds(withinSeconds), () -> state(project), wished::equals);
        return new Finding(seen.equals(wished), seen, wished + " within " + withinSeconds + " s");
    }

    private String state(LabProject project) {
        return project.inspect(service).map(node -> state(node.path("State"))).orElse(service + " has no container");
    }

    private String state(JsonNode state) {
        var status = state.path("Status").asString("");
        return status.equals("exited")
                ? ended(state.path("ExitCode").asInt(), state.path("OOMKilled").asBoolean())
                : service + " is " + status;
    }

    private String ended(int code, boolean killed) {
        return service + " ended with exit code " + code + (killed ? ", killed for memory" : "");
    }
}
