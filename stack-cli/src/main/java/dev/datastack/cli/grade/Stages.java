package dev.datastack.cli.grade;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The stages of a Dockerfile that a build really used, read from the steps that BuildKit prints:
 * {@code #7 [packages 2/4] RUN …}, with a service in front where several targets are built. A stage that the image does not
 * need is not built, so it does not count. The name of the service is no help: a step that two images share is printed once.
 */
record Stages(List<String> used, boolean handsOver) {
    private static final Pattern STEP = Pattern.compile("^#\\d+ \\[(?:(\\S+) +)?(?:(\\S+) +)?\\d+/\\d+] (.*)$");
    private static final Pattern SOURCE = Pattern.compile("(?:COPY|ADD|RUN)\\b.*?\\bfrom=([^\\s,]+)");
    private static final Pattern FROM =
            Pattern.compile("(?im)^\\s*FROM\\s+(?:--\\S+\\s+)*\\S+(?:\\s+AS\\s+(\\S+))?\\s*$");

    static Stages of(String dockerfile, List<String> log) {
        var names = names(dockerfile);
        var used = new LinkedHashSet<String>();
        var sources = new LinkedHashSet<String>();
        for (var line : log) {
            var step = STEP.matcher(line);
            if (step.matches()) {
                var words = step.group(2) == null ? step.group(1) : step.group(2);
                var name = words == null ? "" : words.toLowerCase(Locale.ROOT);
                if (names.contains(name)) {
                    used.add(name);
                    SOURCE.matcher(step.group(3)).results().forEach(match -> sources.add(match.group(1)));
                }
            }
        }
        var handsOver = sources.stream().anyMatch(source -> isStage(source.toLowerCase(Locale.ROOT), names));
        return new Stages(names.stream().filter(used::contains).toList(), handsOver);
    }

    /** As BuildKit calls them: one without a name is known by its number. */
    private static List<String> names(String dockerfile) {
        var names = new ArrayList<String>();
        FROM.matcher(dockerfile)
                .results()
                .map(match -> match.group(1) == null ? "stage-" + names.size() : match.group(1))
                .forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    private static boolean isStage(String source, List<String> names) {
        return names.contains(source) || source.matches("\\d+");
    }

    boolean isMultiStage() {
        return used.size() > 1 && handsOver;
    }

    String words() {
        if (used.size() < 2) {
            return "one stage";
        }
        return used.size() + " stages (" + String.join(", ", used) + ")"
                + (handsOver ? "" : ", but none takes files from another");
    }
}
