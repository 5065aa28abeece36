package dev.datastack.cli.sandbox;

import dev.datastack.cli.process.CommandException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a project's Compose files: first what they take in, then what Compose makes of them. */
final class ProjectReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Sandbox sandbox;
    private final Bounds bounds;

    ProjectReader(Sandbox sandbox, Bounds bounds) {
        this.sandbox = sandbox;
        this.bounds = bounds;
    }

    Reading read() {
        try {
            var files = ComposeFiles.in(sandbox.project());
            if (files.files().isEmpty()) {
                return new Reading.Unreadable("there is no docker-compose.yml" + linked());
            }
            var taken = taken(files);
            return taken.isEmpty() ? resolve(files) : new Reading.Refused(taken);
        } catch (SandboxException e) {
            return new Reading.Unreadable(e.reason());
        } catch (CommandException e) {
            return new Reading.Unreadable("Compose could not resolve it: " + e.what());
        } catch (JacksonException e) {
            return new Reading.Unreadable("Compose's answer is larger than a project of this course");
        }
    }

    /** A Compose file that is itself a link out of the folder looks as if it were not there. */
    private String linked() {
        return sandbox.leftOut().stream()
                .filter(file -> file.path().toString().matches(".*compose[^/]*\\.ya?ml"))
                .findFirst()
                .map(file -> "; " + file.sentence())
                .orElse("");
    }

    List<Refusal> taken(ComposeFiles files) {
        return new InclusionPolicy(sandbox.project(), sandbox.leftOut(), paths -> interpolated(files, paths))
                .refusals(files);
    }

    private Reading resolve(ComposeFiles files) {
        var config = sandbox.compose(files, List.of("config", "--format", "json"));
        if (!config.well()) {
            // The learner's file lies elsewhere than the copy.
            return new Reading.Unreadable(config.lastWords().replace(sandbox.project() + "/", ""));
        }
        var resolved = JSON.readTree(config.outText());
        var refusals = Policy.refusals(resolved, sandbox.project(), sandbox.leftOut(), bounds);
        return refusals.isEmpty() ? new Reading.Accepted(files, resolved) : new Reading.Refused(refusals);
    }

    /** By Compose itself, in a file that holds nothing but these texts. */
    private List<String> interpolated(ComposeFiles files, List<String> texts) {
        if (texts.stream().noneMatch(text -> text.contains("$"))) {
            return texts;
        }
        var model = JSON.createObjectNode();
        var labels = model.putObject("services")
                .putObject("texts")
                .put("image", "none")
                .putObject("labels");
        for (int i = 0; i < texts.size(); i++) {
            labels.put(String.valueOf(i), texts.get(i));
        }
        var file = sandbox.beside("texts.json");
        try {
            Files.writeString(file, JSON.writeValueAsString(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var options = new ArrayList<String>();
        files.environment().ifPresent(path -> options.addAll(List.of("--env-file", path.toString())));
        options.addAll(List.of("--file", file.toString()));
        var config = sandbox.compose(options, List.of("config", "--format", "json"), Map.of());
        if (!config.well()) {
            throw new SandboxException(config.lastWords());
        }
        var answer = JSON.readTree(config.outText()).at("/services/texts/labels");
        return java.util.stream.IntStream.range(0, texts.size())
                .mapToObj(i -> answer.path(String.valueOf(i)).asString(""))
                .toList();
    }
}
