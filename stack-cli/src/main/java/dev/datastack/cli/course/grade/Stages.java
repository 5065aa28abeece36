package dev.datastack.cli.course.grade;

import dev.datastack.cli.course.grade.BuildStep.Kind;
import dev.datastack.cli.docker.Dockerfile;
import dev.datastack.cli.docker.Dockerfile.Stage;
import dev.datastack.cli.docker.PrintedStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stages of a Dockerfile that a build really used, with the steps that BuildKit has printed of each. A stage that the
 * image does not need is not built, so it does not count. The name of the service is no help: a step that two images share is
 * printed once.
 */
record Stages(Dockerfile dockerfile, Map<String, SortedMap<Integer, BuildStep>> used) {
    static Stages of(String text, List<String> log) {
        var dockerfile = Dockerfile.parse(text, Map.of());
        var used = new LinkedHashMap<String, SortedMap<Integer, BuildStep>>();
        dockerfile.stages().forEach(stage -> used.put(stage.name(), new TreeMap<>()));
        // Of a file with one stage the steps are printed without its name, or with that of the service.
        var only = used.size() == 1 ? used.keySet().iterator().next() : "";
        // A step that is long at work is printed again and again.
        log.stream()
                .flatMap(line -> PrintedStep.of(line).stream())
                .forEach(step -> step.number()
                        .ifPresent(number -> used.getOrDefault(only.isEmpty() ? step.stage() : only, new TreeMap<>())
                                .put(number, new BuildStep(step.text()))));
        used.values().removeIf(Map::isEmpty);
        return new Stages(dockerfile, used);
    }

    /** The steps that the image itself consists of: those of the last stage, and before them those of what it stands on. */
    List<BuildStep> ofImage() {
        return used.isEmpty() ? List.of() : lineage(List.copyOf(used.keySet()).get(used.size() - 1));
    }

    private List<BuildStep> lineage(String stage) {
        var steps = new ArrayList<BuildStep>();
        dockerfile
                .shipped(stage)
                .forEach(one -> steps.addAll(
                        0, used.getOrDefault(one.name(), new TreeMap<>()).values()));
        steps.removeIf(step -> step.kind() == Kind.FROM);
        return steps;
    }

    /** The stage that a step takes files from, where it is one and no other image. */
    private Optional<String> source(BuildStep step) {
        return step.source().flatMap(dockerfile::stage).map(Stage::name).filter(used::containsKey);
    }

    /** Steps of the image that take files from a stage. */
    List<BuildStep> takings() {
        return ofImage().stream().filter(step -> source(step).isPresent()).toList();
    }

    /** Whether the stage that a step takes from has done more there than to copy and to touch. */
    boolean isFromWork(BuildStep taking) {
        return source(taking).map(this::lineage).orElse(List.of()).stream()
                .anyMatch(step -> step.works() || isFromWork(step));
    }

    String words() {
        return used.size() < 2 ? "one stage" : used.size() + " stages (" + String.join(", ", used.keySet()) + ")";
    }
}
