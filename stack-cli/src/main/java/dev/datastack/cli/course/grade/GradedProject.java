package dev.datastack.cli.course.grade;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.sandbox.Addresses;
import dev.datastack.cli.sandbox.ComposeFiles;
import dev.datastack.cli.sandbox.Isolated;
import dev.datastack.cli.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the grading asks of a project in its sandbox. */
final class GradedProject {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** A variable in it, behind an anchor if there is one. */
    private static final Pattern PULL_POLICY =
            Pattern.compile("(\\bpull_policy[\"']?:[^\n#$]*)\\$(?:\\{(?:[^{}\n]|\\{[^{}\n]*})*}|\\w+)");

    private final Sandbox sandbox;

    GradedProject(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    Path folder() {
        return sandbox.project();
    }

    /**
     * The project with its variables in place. Compose 5 allows none in {@code pull_policy}, which says nothing of secrets
     * and ports, so there it reads a word instead.
     */
    JsonNode asWritten(ComposeFiles files) {
        var written = new ArrayList<Path>();
        try {
            for (var file : files.files()) {
                // Beside the original, because paths in it are relative.
                var beside = file.resolveSibling(".as-written-" + file.getFileName());
                Files.writeString(
                        beside, PULL_POLICY.matcher(Files.readString(file)).replaceAll("$1missing"));
                written.add(beside);
            }
            // With all profiles: what one of them hides can be told.
            var options =
                    List.of("--profile", "*", "config", "--format", "json", "--no-interpolate", "--no-env-resolution");
            return json(sandbox.compose(new ComposeFiles(List.copyOf(written), files.environment()), options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            written.forEach(file -> file.toFile().delete());
        }
    }

    /** From here on {@link #compose()} works on the changed model. */
    Isolated isolate(JsonNode resolved) {
        return sandbox.isolate(resolved, Addresses.LOOPBACK);
    }

    /** The database's own folder in the project: a copy of a running server's files would be no good. */
    void emptyDataFolders(JsonNode service) {
        StreamSupport.stream(service.path("volumes").spliterator(), false)
                .filter(volume -> volume.path("type").asString("").equals("bind"))
                .filter(volume -> volume.path("target").asString("").startsWith("/var/lib/postgresql"))
                .map(volume -> Path.of(volume.path("source").asString("")))
                .forEach(sandbox::empty);
    }

    Compose compose() {
        return sandbox.compose();
    }

    private static JsonNode json(Finished finished) {
        return JSON.readTree(finished.orThrow().outText());
    }

    List<JsonNode> inspect(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var nodes = new ArrayList<JsonNode>();
        JSON.readTree(sandbox.run(Call.of("docker", "inspect").plus(ids)).outText())
                .forEach(nodes::add);
        return nodes;
    }

    /** The engine's images. */
    ImageStore images() {
        return new ImageStore(sandbox.runner());
    }

    /** Variables of an image, and the steps that made it. */
    List<String> contents(String image) {
        var lines = new ArrayList<>(sandbox.run(Call.of(
                        "docker", "image", "inspect", "--format", "{{range .Config.Env}}{{println .}}{{end}}", image))
                .orThrow()
                .out());
        lines.addAll(sandbox.run(Call.of("docker", "history", "--no-trunc", "--format", "{{.CreatedBy}}", image))
                .orThrow()
                .out());
        return lines;
    }

    /** To be removed as well: 'down' forgets the volumes of containers that it removed without them. */
    void willLeave(List<String> namelessVolumes) {
        sandbox.willLeave(namelessVolumes);
    }

    /** Why the copy has no file of this name, where the project has one. */
    Optional<String> whyLeftOut(String file) {
        return sandbox.leftOut().stream()
                .filter(one -> one.path().equals(Path.of(file)))
                .map(one -> one.sentence())
                .findFirst();
    }
}
