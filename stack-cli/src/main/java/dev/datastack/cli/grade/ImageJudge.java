package dev.datastack.cli.grade;

import dev.datastack.cli.docker.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Builds the images, and judges what the builds did and what is in their results. */
final class ImageJudge {
    private final Sandbox sandbox;
    private final ProjectModel model;
    private final Roles roles;
    private final Scorebook book;

    ImageJudge(Sandbox sandbox, ProjectModel model, Roles roles, Scorebook book) {
        this.sandbox = sandbox;
        this.model = model;
        this.roles = roles;
        this.book = book;
    }

    void judgeOwn() {
        var python = roles.pythonServices();
        if (python.isEmpty()) {
            book.leave(Rule.IMAGES_OWN, "no service of Airflow or pgAdmin was found");
            book.leave(Rule.IMAGES_STAGES, "no service of Airflow or pgAdmin was found");
            return;
        }
        var faults = python.stream()
                .filter(service -> !isOwn(service))
                .map(service -> service + " takes the ready image " + model.image(service))
                .toList();
        book.judge(Rule.IMAGES_OWN, faults, String.join(", ", python) + " have a build of their own");
    }

    /** Another service may build the image that this one runs. */
    private boolean isOwn(String service) {
        return model.isBuilt(service)
                || model.services().stream()
                        .anyMatch(other -> model.isBuilt(other)
                                && !model.image(service).isEmpty()
                                && model.image(other).equals(model.image(service)));
    }

    /** One build after the other, so that each step in a log belongs to one image. */
    void buildAndJudge(Map<String, String> images, Consumer<String> progress) {
        var faults = new ArrayList<String>();
        var logs = new LinkedHashMap<String, List<String>>();
        images.forEach((service, image) -> {
            progress.accept("build: " + service);
            var build = sandbox.compose().build(List.of(service), line -> {});
            if (build.well()) {
                logs.put(service, steps(build));
            } else {
                faults.add(service + " does not build: " + build.lastWords());
            }
        });
        if (images.isEmpty()) {
            book.leave(Rule.IMAGES_BUILD, "there is nothing to build");
        } else {
            book.judge(Rule.IMAGES_BUILD, faults, images.size() + " built");
        }
        judgeStages(logs);
        judgeSecrets(images, logs);
    }

    private static List<String> steps(Finished build) {
        var lines = new ArrayList<>(build.out());
        lines.addAll(build.err());
        return lines;
    }

    private void judgeStages(Map<String, List<String>> logs) {
        var faults = new ArrayList<String>();
        var seen = new ArrayList<String>();
        logs.forEach((service, log) -> {
            if (isRunByPython(service)) {
                var stages = Stages.of(dockerfile(service), log);
                (stages.isMultiStage() ? seen : faults).add(service + ": " + stages.words());
            }
        });
        if (seen.isEmpty() && faults.isEmpty()) {
            book.leave(Rule.IMAGES_STAGES, "no image of Airflow or pgAdmin was built");
        } else {
            book.judge(Rule.IMAGES_STAGES, faults, String.join("; ", seen));
        }
    }

    private String dockerfile(String service) {
        var build = model.service(service).path("build");
        if (build.has("dockerfile_inline")) {
            return build.path("dockerfile_inline").asString("");
        }
        var file = Path.of(build.path("context").asString("."))
                .resolve(build.path("dockerfile").asString("Dockerfile"));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            // The build found it, so it lies elsewhere: such as in a context that is an address.
            return "";
        }
    }

    /** Whether a service of Airflow or pgAdmin runs what this one builds. */
    private boolean isRunByPython(String builder) {
        return roles.pythonServices().stream()
                .anyMatch(service -> service.equals(builder)
                        || (!model.image(service).isEmpty()
                                && model.image(service).equals(model.image(builder))));
    }

    private void judgeSecrets(Map<String, String> images, Map<String, List<String>> logs) {
        var faults = new ArrayList<String>();
        logs.keySet().forEach(service -> {
            var names = SecretWords.in(sandbox.contents(String.valueOf(images.get(service))));
            if (!names.isEmpty()) {
                faults.add(service + " has " + String.join(", ", names));
            }
        });
        if (logs.isEmpty()) {
            book.leave(Rule.IMAGES_SECRETS, "no image was built");
        } else {
            book.judge(Rule.IMAGES_SECRETS, faults, "none in variables and steps of " + logs.size() + " images");
        }
    }
}
