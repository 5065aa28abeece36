package dev.datastack.cli.docker;

import tools.jackson.databind.JsonNode;

/** One step's result in the build cache. Docker tells its size to three digits. */
public record CacheRecord(String description, long size, String lastUsed) {
    static CacheRecord from(JsonNode node) {
        return new CacheRecord(
                Json.text(node, "Description"), Bytes.parse(Json.text(node, "Size")), Json.text(node, "LastUsedAt"));
    }
}
