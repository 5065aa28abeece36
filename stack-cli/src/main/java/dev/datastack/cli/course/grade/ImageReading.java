package dev.datastack.cli.course.grade;

import dev.datastack.cli.course.grade.BuildStep.Kind;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.docker.SavedImages;
import dev.datastack.cli.process.CommandException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The layers of an image that its own build has made, by the step that made each. Those of its base are none of them. */
record ImageReading(List<Made> made) {
    private static final Set<Kind> WITH_LAYER = Set.of(Kind.RUN, Kind.COPY, Kind.ADD, Kind.WORKDIR);

    /** A step, and what it left in the image. */
    record Made(BuildStep step, LayerNotes layer) {}

    private record Entry(Kind kind, Optional<LayerNotes> layer) {}

    /** The message says why it cannot be read. */
    static ImageReading of(ImageStore store, String image, List<BuildStep> steps) throws IOException {
        var found = new ArrayList<SavedImages.Found<LayerNotes>>();
        try {
            store.save(
                            List.of(image),
                            saved -> found.addAll(
                                    SavedImages.look(saved, LayerNotes::of).values()))
                    .orThrow();
        } catch (CommandException e) {
            throw new IOException("docker save does not give it: " + e.getMessage(), e);
        }
        if (found.isEmpty()) {
            throw new IOException("docker save does not give it");
        }
        return of(found.get(0), steps);
    }

    static ImageReading of(SavedImages.Found<LayerNotes> saved, List<BuildStep> steps) {
        var history = history(saved);
        var wanted =
                steps.stream().filter(step -> WITH_LAYER.contains(step.kind())).toList();
        var made = new ArrayList<Made>();
        int at = history.size() - 1;
        // From the end, because a base image has its own steps before them.
        for (int i = wanted.size() - 1; i >= 0 && at >= 0; i--) {
            var step = wanted.get(i);
            // A folder that is there already makes no entry.
            if (history.get(at).kind() == step.kind()) {
                history.get(at).layer().ifPresent(layer -> made.add(0, new Made(step, layer)));
                at--;
            }
        }
        return new ImageReading(List.copyOf(made));
    }

    private static List<Entry> history(SavedImages.Found<LayerNotes> saved) {
        var layers = saved.layers().iterator();
        var entries = new ArrayList<Entry>();
        for (var step : saved.configuration().configuration().map(json -> json.path("history")).stream()
                .flatMap(JsonNode::valueStream)
                .toList()) {
            var empty = step.path("empty_layer").asBoolean(false);
            var layer = !empty && layers.hasNext() ? Optional.of(layers.next()) : Optional.<LayerNotes>empty();
            var kind = kind(step.path("created_by").asString(""));
            if (WITH_LAYER.contains(kind)) {
                entries.add(new Entry(kind, layer));
            }
        }
        return entries;
    }

    /** The old builder wrote such a step as a comment of the shell, and a RUN as the shell's own line. */
    private static Kind kind(String createdBy) {
        var nop = "/bin/sh -c #(nop) ";
        if (createdBy.startsWith(nop)) {
            return new BuildStep(createdBy.substring(nop.length()).strip()).kind();
        }
        return createdBy.toLowerCase(Locale.ROOT).startsWith("/bin/sh -c") ? Kind.RUN : new BuildStep(createdBy).kind();
    }

    /** What a step left in the image, of which there may be nothing. */
    Optional<LayerNotes> of(BuildStep step) {
        return made.stream()
                .filter(one -> one.step().equals(step))
                .map(Made::layer)
                .findFirst();
    }

    List<String> secrets() {
        return made.stream()
                .flatMap(one -> one.layer().secrets().stream())
                .distinct()
                .toList();
    }
}
