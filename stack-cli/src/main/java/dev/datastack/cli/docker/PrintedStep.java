package dev.datastack.cli.docker;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A step as BuildKit prints it in plain progress: {@code #7 [packages 2/4] RUN …}. The place may have a service or a platform
 * in front; what is no step of a Dockerfile has no number: {@code [internal] load build context}.
 */
public record PrintedStep(String place, String text) {
    private static final Pattern LINE = Pattern.compile("#\\d+ \\[([^]]+)] (.+)");
    private static final Pattern NUMBERED = Pattern.compile("(?:.* )?(\\d+)/(\\d+)");

    public static Optional<PrintedStep> of(String line) {
        var step = LINE.matcher(line);
        return step.matches() ? Optional.of(new PrintedStep(step.group(1), step.group(2))) : Optional.empty();
    }

    /** Which step of its stage it is. */
    public Optional<Integer> number() {
        var numbered = NUMBERED.matcher(place);
        return numbered.matches() ? Optional.of(Integer.valueOf(numbered.group(1))) : Optional.empty();
    }

    /** How many steps its stage has; 0 where the step has no number. */
    public int total() {
        var numbered = NUMBERED.matcher(place);
        return numbered.matches() ? Integer.parseInt(numbered.group(2)) : 0;
    }

    /** Of a step with a number, the name in front of it; the only stage of a file has none. */
    public String stage() {
        var words = place.split(" +", -1);
        return words.length < 2 ? "" : words[words.length - 2].toLowerCase(Locale.ROOT);
    }
}
