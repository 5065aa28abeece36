package dev.datastack.cli.course.grade;

import dev.datastack.cli.course.grade.BuildStep.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The stages of a Dockerfile that a build really used, read from the steps that BuildKit prints:
 * {@code #7 [packages 2/4] RUN …}, with a service in front where several targets are built. A stage that the image does not
 * need is not built, so it does not count. The name of the service is no help: a step that two images share is printed once.
 */
record Stages(List<Stage> used, List<String> names) {
    private static final Pattern STEP = Pattern.compile("^#\\d+ \\[(?:(\\S+) +)?(?:(\\S+) +)?(\\d+)/\\d+] (.*)$");
    private static final Pattern FROM =
            Pattern.compile("(?im)^\\s*FROM\\s+(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?\\s*$");

    /** One of them, and what it stands on: another stage or an image. */
    record Stage(String name, String parent, List<BuildStep> steps) {}

    static Stages of(String dockerfile, List<String> log) {
        var parents = parents(dockerfile);
        var steps = new HashMap<String, SortedMap<Integer, BuildStep>>();
        for (var line : log) {
            var step = STEP.matcher(line);
            if (step.matches()) {
                var words = step.group(2) == null ? step.group(1) : step.group(2);
                var name = words == null ? "" : words.toLowerCase(Locale.ROOT);
                // A step that is long at work is printed again and again.
                steps.computeIfAbsent(name, any -> new TreeMap<>())
                        .put(Integer.valueOf(step.group(3)), new BuildStep(step.group(4)));
            }
        }
        var used = new ArrayList<Stage>();
        parents.forEach((name, parent) -> {
            if (steps.containsKey(name)) {
                used.add(new Stage(name, parent, List.copyOf(steps.get(name).values())));
            }
        });
        return new Stages(List.copyOf(used), List.copyOf(parents.keySet()));
    }

    /** As BuildKit calls them: one without a name is known by its number. */
    private static Map<String, String> parents(String dockerfile) {
        var parents = new LinkedHashMap<String, String>();
        FROM.matcher(dockerfile)
                .results()
                .forEach(match -> parents.put(
                        (match.group(2) == null ? "stage-" + parents.size() : match.group(2)).toLowerCase(Locale.ROOT),
                        match.group(1).toLowerCase(Locale.ROOT)));
        return parents;
    }

    /** The steps that the image itself consists of: those of the last stage, and before them those of what it stands on. */
    List<BuildStep> ofImage() {
        return used.isEmpty() ? List.of() : lineage(used.get(used.size() - 1));
    }

    private List<BuildStep> lineage(Stage stage) {
        var steps = new ArrayList<BuildStep>();
        stage(stage.parent())
                .filter(parent -> used.indexOf(parent) < used.indexOf(stage))
                .ifPresent(parent -> steps.addAll(lineage(parent)));
        stage.steps().stream().filter(step -> step.kind() != Kind.FROM).forEach(steps::add);
        return steps;
    }

    private Optional<Stage> stage(String name) {
        var known = name.matches("\\d+") && Integer.parseInt(name) < names.size()
                ? names.get(Integer.parseInt(name))
                : name;
        return used.stream().filter(one -> one.name().equals(known)).findFirst();
    }

    /** Steps of the image that take files from a stage. */
    List<BuildStep> takings() {
        return ofImage().stream()
                .filter(step -> step.source().flatMap(this::stage).isPresent())
                .toList();
    }

    /** Whether the stage that a step takes from has done more there than to copy and to touch. */
    boolean isFromWork(BuildStep taking) {
        return taking.source().flatMap(this::stage).map(this::lineage).orElse(List.of()).stream()
                .anyMatch(step ->
                        step.works() || (step.source().flatMap(this::stage).isPresent() && isFromWork(step)));
    }

    String words() {
        var stages = used.stream().map(Stage::name).toList();
        return stages.size() < 2 ? "one stage" : stages.size() + " stages (" + String.join(", ", stages) + ")";
    }
}
