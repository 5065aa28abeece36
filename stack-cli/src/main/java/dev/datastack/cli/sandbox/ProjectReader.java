package dev.datastack.cli.sandbox;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeOptions;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a project's Compose files: first what they take in, then what Compose makes of them. */
final class ProjectReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Place place;
    private final String name;
    private final List<LeftOut> leftOut;
    private final CommandRunner runner;
    private final Bounds bounds;

    ProjectReader(Place place, String name, List<LeftOut> leftOut, CommandRunner runner, Bounds bounds) {
        this.place = place;
        this.name = name;
        this.leftOut = leftOut;
        this.runner = runner;
        this.bounds = bounds;
    }

    Reading read(Map<String, String> variables) {
        try {
            var files = files(variables);
            var taken = taken(files, variables);
            return taken.isEmpty() ? accepted(files, variables) : new Reading.Refused(taken);
        } catch (SandboxException e) {
            return new Reading.Unreadable(e.reason());
        } catch (CommandException e) {
            return new Reading.Unreadable("Compose could not resolve it: " + e.what());
        } catch (JacksonException e) {
            return new Reading.Unreadable("Compose's answer is larger than a project of this course");
        }
    }

    /** A variable that must be set and is not may stand in a path that is taken in: Compose refuses the project then, too. */
    Finished resolve(Map<String, String> variables) {
        var files = files(variables);
        List<Refusal> taken;
        try {
            taken = taken(files, variables);
        } catch (NotFilledIn e) {
            return e.answer;
        }
        if (!taken.isEmpty()) {
            throw new SandboxException(new Reading.Refused(taken).complaint());
        }
        return config(files, variables);
    }

    private ComposeFiles files(Map<String, String> variables) {
        var files = ComposeFiles.in(place.project(), variables);
        if (files.files().isEmpty()) {
            throw new SandboxException("there is no docker-compose.yml" + linked());
        }
        return files;
    }

    private Finished config(ComposeFiles files, Map<String, String> variables) {
        return new Compose(runner, place.project(), options(files, files.files(), variables)).config(variables);
    }

    private ComposeOptions options(ComposeFiles files, List<Path> chosen, Map<String, String> variables) {
        var environment = new ArrayList<>(files.environment().stream().toList());
        if (!variables.isEmpty()) {
            // A file, for there an empty variable is one too.
            var lines = variables.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining("\n", "", "\n"));
            environment.add(write("variables.env", lines));
        }
        return new ComposeOptions(Optional.of(name), environment, chosen);
    }

    private Path write(String file, String text) {
        try {
            return Files.writeString(place.beside(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Compose file that is itself a link out of the folder looks as if it were not there. */
    private String linked() {
        return leftOut.stream()
                .filter(file -> file.path().toString().matches(".*compose[^/]*\\.ya?ml"))
                .findFirst()
                .map(file -> "; " + file.sentence())
                .orElse("");
    }

    private List<Refusal> taken(ComposeFiles files, Map<String, String> variables) {
        return new InclusionPolicy(place.project(), leftOut, paths -> interpolated(files, variables, paths))
                .refusals(files);
    }

    private Reading accepted(ComposeFiles files, Map<String, String> variables) {
        var config = config(files, variables);
        if (!config.well()) {
            // The learner's file lies elsewhere than the copy.
            return new Reading.Unreadable(config.lastWords().replace(place.project() + "/", ""));
        }
        var resolved = JSON.readTree(config.outText());
        var refusals = Policy.refusals(resolved, place.project(), leftOut, bounds);
        return refusals.isEmpty() ? new Reading.Accepted(files, resolved) : new Reading.Refused(refusals);
    }

    /** By Compose itself, in a file that holds nothing but these texts. */
    private List<String> interpolated(ComposeFiles files, Map<String, String> variables, List<String> texts) {
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
        var file = write("texts.json", JSON.writeValueAsString(model));
        var config = new Compose(runner, place.project(), options(files, List.of(file), variables)).config(variables);
        if (!config.well()) {
            throw new NotFilledIn(config);
        }
        var answer = JSON.readTree(config.outText()).at("/services/texts/labels");
        return IntStream.range(0, texts.size())
                .mapToObj(i -> answer.path(String.valueOf(i)).asString(""))
                .toList();
    }

    /** Compose's own words on variables that it cannot fill in. */
    private static final class NotFilledIn extends SandboxException {
        private static final long serialVersionUID = 1L;

        private final transient Finished answer;

        NotFilledIn(Finished answer) {
            super(answer.lastWords());
            this.answer = answer;
        }
    }
}
