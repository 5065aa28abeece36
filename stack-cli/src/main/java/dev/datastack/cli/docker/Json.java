package dev.datastack.cli.docker;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what docker prints: one document, an array, or one object a line, which Compose changed between versions. Bound to
 * records, whose components have docker's names in Java's spelling; a text, list or map that an answer
 * does not have is empty.
 */
final class Json {
    /** Made only where something is bound; see {@link JsonText}. */
    private static final class Binding {
        private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY, Nulls.AS_EMPTY);
        private static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .withConfigOverride(String.class, empty -> empty.setNullHandling(EMPTY))
                .withConfigOverride(List.class, empty -> empty.setNullHandling(EMPTY))
                .withConfigOverride(Map.class, empty -> empty.setNullHandling(EMPTY))
                .build();
    }

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static JsonNode document(String text) {
        return reading(text, () -> JsonText.read(text));
    }

    static <T> T document(String text, Class<T> type) {
        return reading(text, () -> Binding.MAPPER.readValue(text, type));
    }

    private static <T> T reading(String text, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JacksonException e) {
            throw new NotJsonException(text, e);
        }
    }

    static List<JsonNode> list(List<String> lines) {
        var nodes = new ArrayList<JsonNode>();
        var text = String.join("\n", lines).strip();
        if (text.startsWith("[")) {
            document(text).forEach(nodes::add);
        } else {
            lines.stream().filter(line -> line.startsWith("{")).forEach(line -> nodes.add(document(line)));
        }
        return nodes;
    }

    static <T> List<T> list(List<String> lines, Class<T> type) {
        return list(lines).stream()
                .map(node -> Binding.MAPPER.treeToValue(node, type))
                .toList();
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    static int number(JsonNode node, String name) {
        return node.path(name).asInt(0);
    }
}
