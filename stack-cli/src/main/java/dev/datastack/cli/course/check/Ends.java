package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** A service ends with an exit code, killed for memory or not. */
@JsonTypeName("ends")
record Ends(String name, String service, int exitCode, boolean outOfMemory, int withinSeconds) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        var wished = ended(exitCode, outOfMemory);
        var container = lab.until(
                Duration.ofSeconds(withinSeconds),
                () -> project.inspect(service),
                now -> now.filter(node -> state(node.path("State")).equals(wished) || isOver(node))
                        .isPresent());
        var seen = container.map(node -> state(node.path("State"))).orElse(service + " has no container");
        return new Finding(seen.equals(wished), seen, wished + " within " + withinSeconds + " s");
    }

    /**
     * It has ended otherwise, and nothing starts it again. An end with the right code is waited for all the same: that memory
     * was the cause can reach the engine later.
     */
    private boolean isOver(JsonNode container) {
        var state = container.path("State");
        return state.path("ExitCode").asInt() != exitCode && Running.isOver(container);
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
