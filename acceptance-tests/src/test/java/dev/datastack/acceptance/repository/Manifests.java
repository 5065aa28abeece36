package dev.datastack.acceptance.repository;

import dev.datastack.acceptance.stack.GoProgram;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What {@code kubectl apply -k} would send to the cluster for one overlay of deploy/kubernetes. */
record Manifests(String overlay, Path file, List<JsonNode> objects) {
    private static final String KUSTOMIZE = "kustomize-5.8.2";

    /** kubectl has kustomize built in; it is hundreds of megabytes more than kustomize alone. */
    static Manifests of(String overlay) {
        var shell = Shell.in(Repository.root());
        var text =
                shell.output(GoProgram.named(KUSTOMIZE).toString(), "build", "deploy/kubernetes/overlays/" + overlay);
        var file = Repository.root().resolve("acceptance-tests/target/manifests/" + overlay + ".yaml");
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Manifests(overlay, Repository.root().relativize(file), Yaml.documents(text));
    }

    Stream<JsonNode> ofKind(String kind) {
        return objects.stream().filter(object -> object.path("kind").asString().equals(kind));
    }

    List<Pod> pods() {
        return objects.stream()
                .filter(object -> object.at("/spec/template/spec/containers").isArray())
                .map(Pod::of)
                .toList();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asString();
    }

    @Override
    public String toString() {
        return overlay;
    }
}
