package dev.datastack.cli.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The model that Compose made of the project's files, kept for who only looks at it: Compose takes as long to resolve them
 * as it takes to answer. It counts while the files, and the variables that they name, are what they were. What cannot be
 * written or read is not kept.
 */
public final class ModelMemory {
    /** With these words other files may count as well. */
    private static final List<String> LEAD_ELSEWHERE =
            List.of("include", "extends", "_file", "COMPOSE_FILE", "COMPOSE_ENV_FILES", "COMPOSE_DISABLE_ENV_FILE");

    private static final List<String> KEPT =
            List.of("scale", "deploy", "depends_on", "healthcheck", "image", "ports", "build");

    private final Path folder;
    private final Map<String, String> environment;

    public ModelMemory(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    private Path file() {
        return folder.resolve(".stack/model.json");
    }

    public Optional<ComposeModel> recall() {
        try {
            var kept = Json.document(Files.readString(file()));
            return fingerprint()
                    .filter(Json.text(kept, "of")::equals)
                    .map(same -> ComposeModel.from(kept.path("model")));
        } catch (IOException | NotJsonException e) {
            return Optional.empty();
        }
    }

    public void keep(Compose compose) {
        try {
            var fingerprint = fingerprint();
            if (fingerprint.isPresent()) {
                Files.createDirectories(file().getParent());
                var written = Files.createTempFile(file().getParent(), "model", ".json");
                Files.writeString(
                        written,
                        Json.object()
                                .put("of", fingerprint.get())
                                .set("model", essence(compose.resolved()))
                                .toString());
                Files.move(written, file(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            // It is resolved again the next time.
            return;
        }
    }

    /** No value of a variable of a service: one of them may be a password. */
    private static JsonNode essence(JsonNode resolved) {
        var services = Json.object();
        for (var entry : resolved.path("services").properties()) {
            var service = ((ObjectNode) entry.getValue().deepCopy()).retain(KEPT);
            if (service.has("build")) {
                service.putObject("build");
            }
            services.set(entry.getKey(), service);
        }
        return Json.object().put("name", Json.text(resolved, "name")).set("services", services);
    }

    /** Empty where more counts than what it can be made of. */
    private Optional<String> fingerprint() throws IOException {
        var text = new StringBuilder(folder.toString());
        append(".env", text);
        for (var name : ComposeFileNames.all().toList()) {
            append(name, text);
        }
        if (LEAD_ELSEWHERE.stream().anyMatch(word -> text.indexOf(word) >= 0)) {
            return Optional.empty();
        }
        var files = text.toString();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith("COMPOSE_") || files.contains("$" + name) || files.contains("${" + name)) {
                text.append('\n').append(name).append('=').append(value);
            }
        });
        var all = text.toString();
        var sum = new CRC32();
        sum.update(all.getBytes(StandardCharsets.UTF_8));
        return Optional.of(all.length() + "-" + all.hashCode() + "-" + sum.getValue());
    }

    private void append(String name, StringBuilder text) throws IOException {
        text.append('\n').append(name).append('\n').append(text(folder.resolve(name)));
    }

    private static String text(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
