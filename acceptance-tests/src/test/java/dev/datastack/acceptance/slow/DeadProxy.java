package dev.datastack.acceptance.slow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Docker's own configuration, as this machine has it, and {@code proxies} in it that name a port where nobody listens. */
final class DeadProxy {
    static final String URL = "http://127.0.0.1:9";
    private static final JsonMapper JSON = JsonMapper.shared();

    private DeadProxy() {}

    /** The environment of a {@code docker} that gives each container this proxy. */
    static Map<String, String> in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var here = Path.of(Objects.requireNonNullElseGet(
                System.getenv("DOCKER_CONFIG"), () -> System.getProperty("user.home", "") + "/.docker"));
        var settings = JSON.createObjectNode();
        if (Files.isDirectory(here)) {
            try (var files = Files.list(here)) {
                for (var file : files.toList()) {
                    var name = Objects.requireNonNull(file.getFileName());
                    // Plugins and contexts: the same engine, and the same Compose.
                    Files.createSymbolicLink(folder.resolve(name), file.toAbsolutePath());
                }
            }
        }
        var file = folder.resolve("config.json");
        if (Files.exists(file) && JSON.readTree(Files.readString(file)) instanceof ObjectNode found) {
            settings = found;
        }
        Files.deleteIfExists(file);
        settings.putObject("proxies").putObject("default").put("httpProxy", URL).put("httpsProxy", URL);
        Files.writeString(file, settings.toString());
        return Map.of("DOCKER_CONFIG", folder.toString());
    }
}
