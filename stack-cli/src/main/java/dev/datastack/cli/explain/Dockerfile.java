package dev.datastack.cli.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The stages of a Dockerfile, with the variables in their names filled in. */
record Dockerfile(List<Stage> stages) {
    private static final Pattern FROM = Pattern.compile("(?i)FROM\\s+(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?\\s*");
    private static final Pattern ARG = Pattern.compile("(?i)ARG\\s+(\\w+)(?:=(.*))?");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)}?");

    /** A stage without a name is called as BuildKit calls it in its progress. */
    record Stage(String name, String base, List<Step> steps) {}

    static Dockerfile parse(String text, Map<String, String> arguments) {
        var stages = new ArrayList<Stage>();
        var values = new HashMap<String, String>();
        for (var line : instructions(text)) {
            var from = FROM.matcher(line);
            var argument = ARG.matcher(line);
            if (from.matches()) {
                var name = Optional.ofNullable(from.group(2)).orElse("stage-" + stages.size());
                stages.add(new Stage(name, filled(from.group(1), values), new ArrayList<>()));
            } else if (stages.isEmpty() && argument.matches()) {
                var fallback = Optional.ofNullable(argument.group(2)).orElse("");
                values.put(argument.group(1), arguments.getOrDefault(argument.group(1), fallback.strip()));
            } else if (!stages.isEmpty()) {
                stages.get(stages.size() - 1).steps().add(Step.of(line, reference -> filled(reference, values)));
            }
        }
        return new Dockerfile(List.copyOf(stages));
    }

    /** Continued lines in one, without the comments between them. */
    private static List<String> instructions(String text) {
        var instructions = new ArrayList<String>();
        var current = new StringBuilder();
        for (var line : text.lines().toList()) {
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            boolean goesOn = line.stripTrailing().endsWith("\\");
            current.append(goesOn ? line.stripTrailing().replaceFirst("\\\\$", "") : line);
            if (!goesOn) {
                instructions.add(Step.squeezed(current.toString()));
                current.setLength(0);
            }
        }
        return instructions;
    }

    private static String filled(String reference, Map<String, String> values) {
        return VARIABLE.matcher(reference).replaceAll(match -> values.getOrDefault(match.group(1), ""));
    }

    Optional<Stage> stage(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The stage that becomes the image, and those it is built FROM: their steps are the image's own. */
    List<Stage> shipped(String target) {
        var shipped = new ArrayList<Stage>();
        var next = target.isEmpty() ? last() : stage(target);
        while (next.isPresent()) {
            shipped.add(next.get());
            next = stage(next.get().base());
        }
        return List.copyOf(shipped);
    }

    /** The stages that are run for the image and left behind, in the order of the file. */
    List<Stage> leftBehind(String target) {
        var shipped = shipped(target);
        Set<Stage> needed = new LinkedHashSet<>();
        shipped.forEach(stage -> collect(stage, needed));
        return stages.stream()
                .filter(needed::contains)
                .filter(stage -> !shipped.contains(stage))
                .toList();
    }

    private void collect(Stage stage, Set<Stage> needed) {
        if (needed.add(stage)) {
            stage(stage.base()).ifPresent(base -> collect(base, needed));
            stage.steps().forEach(step -> step.from().flatMap(this::stage).ifPresent(other -> collect(other, needed)));
        }
    }

    private Optional<Stage> last() {
        return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
    }

    /** One instruction; {@code from} names the stage that a COPY or a mount takes files out of. */
    record Step(String text, Optional<String> from) {
        private static final Pattern SOURCE = Pattern.compile("(?:--from=|,from=)([^\\s,]+)");
        private static final Pattern FLAGS = Pattern.compile(" --(?:from|link|mount|network|security)(?:=\\S+)?(?= )");

        static Step of(String line, java.util.function.UnaryOperator<String> filled) {
            var source = SOURCE.matcher(line);
            return new Step(line, source.find() ? Optional.of(filled.apply(source.group(1))) : Optional.empty());
        }

        static String squeezed(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }

        String instruction() {
            return text.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        }

        boolean writesFiles() {
            return Set.of("RUN", "COPY", "ADD", "WORKDIR").contains(instruction());
        }

        /** As the image's history has it: without what told the builder where to take things from. */
        String plain() {
            return FLAGS.matcher(text).replaceAll("");
        }
    }
}
