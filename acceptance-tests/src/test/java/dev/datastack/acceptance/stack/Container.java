package dev.datastack.acceptance.stack;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A container, as {@code docker inspect} shows it. */
public record Container(JsonNode inspected) {
    public String id() {
        return inspected.path("Id").asString();
    }

    public String service() {
        return inspected.at("/Config/Labels/com.docker.compose.service").asString();
    }

    public boolean running() {
        return inspected.at("/State/Running").asBoolean();
    }

    public String health() {
        return inspected.at("/State/Health/Status").asString("");
    }

    /** Exit code and words of the probe that ran last. */
    public String lastProbe() {
        var log = inspected.at("/State/Health/Log");
        return log.isEmpty() ? "none" : log.get(log.size() - 1).toString();
    }

    public int exitCode() {
        return inspected.at("/State/ExitCode").asInt();
    }

    public JsonNode at(String pointer) {
        return inspected.at(pointer);
    }

    /** The texts of a list, empty where there is none. */
    public List<String> texts(String pointer) {
        var node = inspected.at(pointer);
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    @Override
    public String toString() {
        return service();
    }
}
