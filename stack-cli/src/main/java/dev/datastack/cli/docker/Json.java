package dev.datastack.cli.docker;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what docker prints: one document, an array, or one object a line, which Compose changed between versions. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static JsonNode document(String text) {
        return MAPPER.readTree(text);
    }

    static List<JsonNode> list(List<String> lines) {
        var nodes = new ArrayList<JsonNode>();
        var text = String.join("\n", lines).strip();
        if (text.startsWith("[")) {
            MAPPER.readTree(text).forEach(nodes::add);
        } else {
            lines.stream().filter(line -> line.startsWith("{")).forEach(line -> nodes.add(MAPPER.readTree(line)));
        }
        return nodes;
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    static int number(JsonNode node, String name) {
        return node.path(name).asInt(0);
    }
}
