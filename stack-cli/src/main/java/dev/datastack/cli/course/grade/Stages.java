package dev.datastack.cli.course.grade;

import dev.datastack.cli.course.grade.BuildStep.Kind;
import dev.datastack.cli.docker.Dockerfile;
import dev.datastack.cli.docker.Dockerfile.Stage;
import dev.datastack.cli.docker.PrintedStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stages of a Dockerfile that an image is made of, with their steps as BuildKit has printed them. A stage that the image
 * does not need is not built, so it does not count. A step whose result is in the cache may be printed or not: those that are
 * missing are taken from the file. The name of the service is no help: a step that two images share is printed once.
 */
record Stages(BuildFile file, Dockerfile dockerfile, Map<String, SortedMap<Integer, BuildStep>> used) {
    static Stages of(BuildFile file, List<String> log) {
        var dockerfile = file.dockerfile();
        var printed = new LinkedHashMap<String, SortedMap<Integer, BuildStep>>();
        var totals = new HashMap<String, Integer>();
        dockerfile.stages().stream()
                .filter(stage -> !file.contexts().contains(stage.name()))
                .forEach(stage -> printed.put(stage.name(), new TreeMap<>()));
        // Of a file with one stage the steps are printed without its name, or with that of the service.
        var only = dockerfile.stages().size() == 1 ? dockerfile.stages().get(0).name() : "";
        // A step that is long at work is printed again and again.
        log.stream().flatMap(line -> PrintedStep.of(line).stream()).forEach(step -> {
            var stage = only.isEmpty() ? step.stage() : only;
            step.number().ifPresent(number -> {
                printed.getOrDefault(stage, new TreeMap<>()).put(number, new BuildStep(step.text()));
                totals.put(stage, step.total());
            });
        });
        var stages = new Stages(file, dockerfile, printed);
        var needed = new LinkedHashSet<Stage>();
        dockerfile.stages().stream()
                .filter(stage ->
                        !printed.getOrDefault(stage.name(), new TreeMap<>()).isEmpty())
                .forEach(stage -> stages.collect(stage, needed));
        needed.forEach(stage -> stages.complete(stage, totals.getOrDefault(stage.name(), 0)));
        printed.values().removeIf(Map::isEmpty);
        return stages;
    }

    private void collect(Stage stage, Set<Stage> needed) {
        if (needed.add(stage)) {
            dockerfile.parent(stage).ifPresent(base -> collect(base, needed));
            stage.steps()
                    .forEach(step -> step.from().flatMap(this::stageNamed).ifPresent(other -> collect(other, needed)));
        }
    }

    private Optional<Stage> stageNamed(String name) {
        return file.contexts().contains(name) ? Optional.empty() : dockerfile.stage(name);
    }

    /** BuildKit counts the steps that write files, and before them FROM, unless that is another stage or nothing. */
    private void complete(Stage stage, int total) {
        var steps = new ArrayList<String>();
        if (dockerfile.parent(stage).isEmpty() && !stage.base().equals("scratch")) {
            steps.add("FROM " + stage.base());
        }
        stage.steps().stream()
                .filter(Dockerfile.Step::writesFiles)
                .map(Dockerfile.Step::text)
                .forEach(steps::add);
        if (total == 0 || total == steps.size()) {
            var known = used.getOrDefault(stage.name(), new TreeMap<>());
            for (int i = 0; i < steps.size(); i++) {
                known.putIfAbsent(i + 1, new BuildStep(steps.get(i)));
            }
        }
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
        return step.source().flatMap(this::stageNamed).map(Stage::name).filter(used::containsKey);
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
