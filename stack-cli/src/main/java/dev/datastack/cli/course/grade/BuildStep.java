package dev.datastack.cli.course.grade;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A step of a build as BuildKit prints it: the instruction with its continued lines joined. */
record BuildStep(String text) {
    private static final Pattern SOURCE = Pattern.compile("^(?:COPY|ADD|RUN)\\b.*?\\bfrom=([^\\s,]+)");
    private static final Pattern FLAG = Pattern.compile("\\s--\\w[\\w-]*(?:=\\S+)?");
    /** Alone they make nothing that a later stage could not do without. */
    private static final Pattern IDLE = Pattern.compile(
            "^(?:touch|echo|printf|true|false|:|mkdir|install\\s+-d|chmod|chown|ls|cat|sleep|date|id|pwd|cd|set|export|test|\\[)(?:\\s|$)");

    private static final Pattern INSTALL = Pattern.compile("\\bpip[\\d.]*\\s+(?:-\\S+\\s+)*install\\b"
            + "|\\buv\\s+(?:pip\\s+(?:install|sync)|sync)\\b|\\b(?:poetry|pipenv|pdm)\\s+(?:install|sync)\\b"
            + "|\\b(?:conda|mamba|micromamba)\\s+(?:install|create)\\b|\\bsetup\\.py\\s+install\\b");
    private static final Pattern LOCAL = Pattern.compile("--no-index|--find-links|\\.whl\\b|\\s-f\\s");
    private static final Pattern COMPILER = Pattern.compile(
            "\\b(?:apt-get|apt|apk|dnf|microdnf|yum)\\b[^;&|]*\\b(?:install|add)\\b[^;&|]*\\s"
                    + "(?:gcc|g\\+\\+|clang|make|cmake|build-essential|build-base|python3?-dev(?:el)?|libpq-dev|cargo|rustc|maven)(?=[\\s;&|]|$)");

    /** Which instruction it is. */
    enum Kind {
        FROM,
        RUN,
        COPY,
        ADD,
        WORKDIR,
        OTHER
    }

    Kind kind() {
        var word = text.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElse(Kind.OTHER);
    }

    /** The stage or image that it takes files from. */
    Optional<String> source() {
        var source = SOURCE.matcher(text);
        return source.find() ? Optional.of(source.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** What a RUN has the shell do, and the words of a COPY. */
    String arguments() {
        return FLAG.matcher(text.strip().replaceFirst("^\\w+", " "))
                .replaceAll(" ")
                .strip();
    }

    /** Where a COPY puts its files. */
    String destination() {
        var words = arguments().replaceAll("[\\[\\]\",]+", " ").strip().split("\\s+", -1);
        return words[words.length - 1];
    }

    boolean works() {
        return kind() == Kind.RUN
                && ShellWords.commands(afterFlags()).stream()
                        .anyMatch(command -> !IDLE.matcher(command).find());
    }

    /** Whether it installs packages, or what compiles them. What an earlier stage has handed over may be unpacked here. */
    boolean installs(List<String> handedOver) {
        if (kind() != Kind.RUN) {
            return false;
        }
        var fromHere = source().isPresent()
                || LOCAL.matcher(text).find()
                || handedOver.stream().anyMatch(this::installsFrom);
        return COMPILER.matcher(text).find() || (INSTALL.matcher(text).find() && !fromHere);
    }

    /** A list of packages that was handed over is no package. */
    private boolean installsFrom(String path) {
        return path.length() > 1
                && Pattern.compile("\\binstall\\b.*(?<!-r )(?<!--requirement )(?<=\\s)" + Pattern.quote(path))
                        .matcher(text)
                        .find();
    }

    /** The flags of RUN itself stand at its front; those of its commands stay. */
    private String afterFlags() {
        return text.strip().replaceFirst("^\\w+\\s+", "").replaceFirst("^(?:--\\w[\\w-]*(?:=\\S+)?\\s+)+", "");
    }
}
