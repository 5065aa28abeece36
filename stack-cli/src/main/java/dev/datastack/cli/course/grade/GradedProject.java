package dev.datastack.cli.course.grade;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.sandbox.ComposeFiles;
import dev.datastack.cli.sandbox.Isolation.Addresses;
import dev.datastack.cli.sandbox.ProjectFiles;
import dev.datastack.cli.sandbox.Sandbox;
import dev.datastack.cli.sandbox.Sandbox.Isolated;
import dev.datastack.cli.sandbox.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the grading asks of a project in its sandbox. */
final class GradedProject {
    /** A variable in it, behind an anchor if there is one. */
    private static final Pattern PULL_POLICY =
            Pattern.compile("(\\bpull_policy[\"']?:[^\n#$]*)\\$(?:\\{(?:[^{}\n]|\\{[^{}\n]*})*}|\\w+)");

    private final Sandbox sandbox;

    GradedProject(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    ProjectFiles files() {
        return sandbox.files();
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
                var text = files().text(file.toString());
                Trees.delete(beside);
                files().write(beside.toString(), PULL_POLICY.matcher(text).replaceAll("$1missing"));
                written.add(beside);
            }
            return sandbox.compose(new ComposeFiles(List.copyOf(written), files.environment()))
                    .asWritten();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            written.forEach(Trees::delete);
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

    List<Observed> containers() {
        return new Docker(sandbox.runner())
                .inspectAll(compose().states()).stream().map(Observed::new).toList();
    }

    /** The engine's images. */
    ImageStore images() {
        return new ImageStore(sandbox.runner());
    }

    /** Variables of an image, and the steps that made it. */
    List<String> contents(String image) {
        var lines = new ArrayList<>(
                images().image(image).map(found -> found.config().env()).orElse(List.of()));
        images().history(image).forEach(step -> step.createdBy().lines().forEach(lines::add));
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
