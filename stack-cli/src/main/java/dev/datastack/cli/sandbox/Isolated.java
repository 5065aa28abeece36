package dev.datastack.cli.sandbox;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The project as it will run, and the images that are to be built first, by the service that builds each. */
public record Isolated(JsonNode model, Map<String, String> images) {}
