package dev.datastack.cli.course.grade;

import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds the images, and judges what the builds did and what is in their results. */
final class ImageJudge {
    private final GradedProject sandbox;
    private final ProjectModel model;
    private final Roles roles;
    private final Scorebook book;

    ImageJudge(GradedProject sandbox, ProjectModel model, Roles roles, Scorebook book) {
        this.sandbox = sandbox;
        this.model = model;
        this.roles = roles;
        this.book = book;
    }

    void judgeOwn() {
        var python = roles.pythonServices();
        if (python.isEmpty()) {
            book.notJudged(Rule.IMAGES_OWN, "no service of Airflow or pgAdmin was found");
            book.notJudged(Rule.IMAGES_STAGES, "no service of Airflow or pgAdmin was found");
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
            book.notJudged(Rule.IMAGES_BUILD, "there is nothing to build");
        } else {
            book.judge(Rule.IMAGES_BUILD, faults, images.size() + " built");
        }
        var readings = new LinkedHashMap<String, Reading>();
        logs.forEach((service, log) -> {
            progress.accept("look: the image of " + service);
            readings.put(service, read(service, String.valueOf(images.get(service)), log));
        });
        judgeStages(readings);
        judgeSecrets(readings);
    }

    /** What is known of an image: how it was built, and what is in it where it can be read. */
    private record Reading(String image, Stages stages, ImageReading layers, Optional<String> unread) {}

    private Reading read(String service, String image, List<String> log) {
        var stages = Stages.of(model.buildFile(service), log);
        try {
            return new Reading(
                    image, stages, ImageReading.of(sandbox.images(), image, stages.ofImage()), Optional.empty());
        } catch (IOException e) {
            return new Reading(image, stages, new ImageReading(List.of()), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static List<String> steps(Finished build) {
        var lines = new ArrayList<>(build.out());
        lines.addAll(build.err());
        return lines;
    }

    private void judgeStages(Map<String, Reading> readings) {
        var faults = new ArrayList<String>();
        var seen = new ArrayList<String>();
        readings.forEach((service, reading) -> {
            if (isRunByPython(service)) {
                StagesJudge.fault(reading.stages(), reading.layers())
                        .ifPresentOrElse(
                                fault -> faults.add(service + " " + fault),
                                () -> seen.add(service + ": " + reading.stages().words()));
            }
        });
        if (seen.isEmpty() && faults.isEmpty()) {
            book.notJudged(Rule.IMAGES_STAGES, "no image of Airflow or pgAdmin was built");
        } else {
            book.judge(Rule.IMAGES_STAGES, faults, String.join(", ", seen));
        }
    }

    /** Whether a service of Airflow or pgAdmin runs what this one builds. */
    private boolean isRunByPython(String builder) {
        return roles.pythonServices().stream()
                .anyMatch(service -> service.equals(builder)
                        || (!model.image(service).isEmpty()
                                && model.image(service).equals(model.image(builder))));
    }

    private void judgeSecrets(Map<String, Reading> readings) {
        var faults = new ArrayList<String>();
        readings.forEach((service, reading) -> {
            reading.unread().ifPresent(why -> faults.add("the image of " + service + " cannot be read: " + why));
            var names = new ArrayList<>(SecretWords.in(sandbox.contents(reading.image())));
            reading.layers().secrets().forEach(file -> names.add("the file " + file));
            if (!names.isEmpty()) {
                faults.add(service + " has " + String.join(", ", names));
            }
        });
        if (readings.isEmpty()) {
            book.notJudged(Rule.IMAGES_SECRETS, "no image was built");
        } else {
            book.judge(
                    Rule.IMAGES_SECRETS,
                    faults,
                    "none in variables, steps and files of " + readings.size() + " images");
        }
    }
}
