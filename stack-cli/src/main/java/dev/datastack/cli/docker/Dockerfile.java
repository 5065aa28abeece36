package dev.datastack.cli.docker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stages of a Dockerfile, with the variables in their names filled in. */
public record Dockerfile(List<Stage> stages) {
    private static final Pattern FROM = Pattern.compile("(?i)FROM\\s+(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?\\s*");
    private static final Pattern ARG = Pattern.compile("(?i)ARG\\s+(\\w+)(?:=(.*))?");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)}?");
    /** Of the first lines, which alone may hold directives: a backslash separates folders on Windows. */
    private static final Pattern BACKTICK =
            Pattern.compile("(?im)\\A(?:#\\s*\\w+\\s*=.*\\R)*?#\\s*escape\\s*=\\s*`\\s*$");

    private static final Pattern TAKES_TEXT = Pattern.compile("(?i)\\s*(?:RUN|COPY|ADD)\\s");
    /** The word that ends a text which follows the instruction: {@code RUN <<END}. */
    private static final Pattern HERE = Pattern.compile("(?<!\\S)\\d*<<-?([\"']?)(\\w+)\\1(?!\\w)");

    /** Named as BuildKit names it in its progress: in lower case, and by its number where it has no name. */
    public record Stage(String name, String base, List<Step> steps) {}

    public static Dockerfile parse(String text, Map<String, String> arguments) {
        var stages = new ArrayList<Stage>();
        var values = new HashMap<String, String>();
        for (var line : instructions(text)) {
            var from = FROM.matcher(line);
            var argument = ARG.matcher(line);
            if (from.matches()) {
                var name = Optional.ofNullable(from.group(2)).orElse("stage-" + stages.size());
                stages.add(new Stage(name.toLowerCase(Locale.ROOT), filled(from.group(1), values), new ArrayList<>()));
            } else if (stages.isEmpty() && argument.matches()) {
                var fallback = Optional.ofNullable(argument.group(2)).orElse("");
                values.put(
                        argument.group(1), arguments.getOrDefault(argument.group(1), filled(fallback.strip(), values)));
            } else if (!stages.isEmpty()) {
                stages.get(stages.size() - 1).steps().add(Step.of(line, reference -> filled(reference, values)));
            }
        }
        return new Dockerfile(List.copyOf(stages));
    }

    /** Continued lines in one, without the comments between them and the texts behind them. */
    private static List<String> instructions(String text) {
        var escape = BACKTICK.matcher(text).find() ? "`" : "\\";
        var instructions = new ArrayList<String>();
        var current = new StringBuilder();
        for (var lines = text.lines().iterator(); lines.hasNext(); ) {
            var line = lines.next().stripTrailing();
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            boolean goesOn = line.endsWith(escape);
            current.append(line, 0, line.length() - (goesOn ? 1 : 0));
            if (!goesOn) {
                instructions.add(Step.squeezed(current.toString()));
                for (var here = HERE.matcher(current.toString()); takesText(current) && here.find(); ) {
                    while (lines.hasNext() && !lines.next().strip().equals(here.group(2))) {}
                }
                current.setLength(0);
            }
        }
        return instructions;
    }

    /** No other instruction may have a text behind it. */
    private static boolean takesText(CharSequence instruction) {
        return TAKES_TEXT.matcher(instruction).lookingAt();
    }

    private static String filled(String reference, Map<String, String> values) {
        return VARIABLE.matcher(reference)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
    }

    /** By its name or by its number. */
    public Optional<Stage> stage(String name) {
        return stages.stream()
                .filter(stage ->
                        stage.name().equalsIgnoreCase(name) || name.equals(String.valueOf(stages.indexOf(stage))))
                .findFirst();
    }

    /** The stage that it is built FROM. The name of an image may be that of a stage as well, which is an earlier one then. */
    public Optional<Stage> parent(Stage stage) {
        return stage(stage.base()).filter(base -> stages.indexOf(base) < stages.indexOf(stage));
    }

    /** The stage that becomes the image, and those it is built FROM: their steps are the image's own. */
    public List<Stage> shipped(String target) {
        var shipped = new ArrayList<Stage>();
        var next = stage(target.isEmpty() ? String.valueOf(stages.size() - 1) : target);
        while (next.isPresent()) {
            shipped.add(next.get());
            next = parent(next.get());
        }
        return List.copyOf(shipped);
    }

    /** The stages that are run for the image and left behind, in the order of the file. */
    public List<Stage> leftBehind(String target) {
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
            parent(stage).ifPresent(base -> collect(base, needed));
            stage.steps().forEach(step -> step.from().flatMap(this::stage).ifPresent(other -> collect(other, needed)));
        }
    }

    /** One instruction; {@code from} names the stage that a COPY or a mount takes files out of. */
    public record Step(String text, Optional<String> from) {
        private static final Pattern SOURCE = Pattern.compile("(?:--from=|,from=)([^\\s,]+)");
        private static final Pattern FLAGS = Pattern.compile(" --(?:from|link|mount|network|security)(?:=\\S+)?(?= )");

        static Step of(String line, UnaryOperator<String> filled) {
            var source = SOURCE.matcher(line);
            return new Step(line, source.find() ? Optional.of(filled.apply(source.group(1))) : Optional.empty());
        }

        public static String squeezed(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }

        public String instruction() {
            return text.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        }

        public boolean writesFiles() {
            return Set.of("RUN", "COPY", "ADD", "WORKDIR").contains(instruction());
        }

        /** As the image's history has it: without what told the builder where to take things from. */
        public String plain() {
            return FLAGS.matcher(text).replaceAll("");
        }
    }
}
