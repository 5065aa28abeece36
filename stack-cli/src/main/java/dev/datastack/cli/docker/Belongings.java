package dev.datastack.cli.docker;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the engine keeps of one project, found by the labels that Compose gives to it, or by the names that builds do, and how many bytes each takes. */
public final class Belongings {
    /** To sum up the layers and volumes of a large engine takes long. */
    private static final Duration SLOW = Duration.ofMinutes(5);

    private static final String LABEL = " --filter label=com.docker.compose.project=%1$s";

    private final CommandRunner runner;
    private final String project;
    private final Map<String, Long> sizes = new HashMap<>();
    private String unmeasured = "";

    private Belongings(CommandRunner runner, String project) {
        this.runner = runner;
        this.project = project;
    }

    /** Kinds of things, in the order in which they can be removed. */
    public enum Kind {
        CONTAINER("container", "ps --all --format {{.Names}}"),
        NETWORK("network", "network ls --format {{.Name}}"),
        VOLUME("volume", "volume ls --format {{.Name}}"),
        /** One without a name: a newer build has taken it. */
        REPLACED_IMAGE("image", "image ls --no-trunc --format {{.ID}} --filter dangling=true"),
        IMAGE("image", "image ls --format {{.Repository}}:{{.Tag}} --filter dangling=false");

        private final String word;
        private final String listing;

        Kind(String word, String listing) {
            this.word = word;
            this.listing = listing;
        }

        public String word() {
            return word;
        }
    }

    /** One of them. Of an image only what no other image shares counts, since nothing else is freed. */
    public record Thing(Kind kind, String name, long bytes) {}

    public static Belongings of(CommandRunner runner, String project) {
        var belongings = new Belongings(runner, project);
        belongings.measure();
        return belongings;
    }

    public List<Thing> list(Kind kind) {
        return marks(kind).stream()
                .map(mark -> List.of((kind.listing + mark.formatted(project)).split(" ", -1)))
                .flatMap(words -> runner.run(Call.of("docker").plus(words)).orThrow().out().stream())
                .distinct()
                .map(name -> new Thing(kind, name, sizes.getOrDefault(name, 0L)))
                .toList();
    }

    /** Builds without Compose give an image no label, only a tag. Its name alone may be that of somebody at a registry. */
    private static List<String> marks(Kind kind) {
        var named = " --filter reference=%1$s/*";
        return kind == Kind.IMAGE ? List.of(named + LABEL, named + ":dev" + named + ":jib") : List.of(LABEL);
    }

    /** Why all bytes are 0; empty where they are known. The engine does not measure for two at once. */
    public String unmeasured() {
        return unmeasured;
    }

    private void measure() {
        var df = runner.run(Call.of("docker", "system", "df", "--verbose", "--format", "json")
                .within(SLOW));
        if (!df.well()) {
            unmeasured = df.lastWords();
            return;
        }
        var used = Json.document(df.outText());
        used.path("Containers").forEach(node -> keep(node, Json.text(node, "Names"), "Size"));
        used.path("Volumes").forEach(node -> keep(node, Json.text(node, "Name"), "Size"));
        used.path("Images").forEach(node -> {
            keep(node, Json.text(node, "ID"), "UniqueSize");
            keep(node, Json.text(node, "Repository") + ":" + Json.text(node, "Tag"), "UniqueSize");
        });
    }

    private void keep(JsonNode node, String name, String size) {
        sizes.put(name, Bytes.parse(Json.text(node, size)));
    }

    /** Without force: one that a container of somebody else runs stays, and makes the exit code 1. */
    public Finished removeImages(List<String> names) {
        return runner.run(Call.of("docker", "image", "rm").plus(names).within(SLOW));
    }
}
