package dev.datastack.acceptance.repository;

import java.util.List;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** YAML as the tree that the tests read JSON with. */
final class Yaml {
    private Yaml() {}

    static List<JsonNode> documents(String text) {
        var documents =
                new Load(LoadSettings.builder().build()).loadAllFromString(text).spliterator();
        return StreamSupport.stream(documents, false)
                .<JsonNode>map(document -> JsonMapper.shared().valueToTree(document))
                .toList();
    }
}
