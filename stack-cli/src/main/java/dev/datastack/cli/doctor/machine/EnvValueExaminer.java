package dev.datastack.cli.doctor.machine;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.profile.SmallProfile;
import dev.datastack.cli.settings.EnvFile;
import dev.datastack.cli.settings.EnvFile.Entry;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Values that Compose takes and that cannot work: a container does not start, or a build fails. */
public final class EnvValueExaminer implements Examiner {
    private static final String MEMORY = "_MEMORY";
    /** As Docker reads it; a unit counts in steps of 1024. */
    private static final Pattern SIZE = Pattern.compile("(?i)(\\d+(?:\\.\\d+)?) ?([kmgtp]?)(?:i?b)?");

    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST = 6 * MEGABYTE;

    /** What a value has to look like. */
    private record Form(Pattern pattern, String words, String example) {}

    private static final Map<String, Form> FORMS = new TreeMap<>(Map.of(
            "AIRFLOW_PARALLELISM", new Form(Pattern.compile("[1-9]\\d*"), "it must be a number, 1 or more", "4"),
            "BASE_PREFIX", new Form(Pattern.compile(".*/"), "it must end with a slash", "datastack.local/"),
            "JAR", new Form(Pattern.compile("outside|inside"), "it must be outside or inside", "outside")));

    private final EnvFile env;
    private final Map<String, String> small;

    public EnvValueExaminer(EnvFile env, Optional<SmallProfile> small) {
        this.env = env;
        this.small = small.map(SmallProfile::values).orElse(Map.of());
    }

    @Override
    public void examine(Findings findings) {
        FORMS.forEach((name, form) -> written(name)
                .filter(entry -> !form.pattern().matcher(entry.unquoted()).matches())
                .ifPresent(entry -> findings.add(
                        Cause.ENV_VALUE,
                        entry.text() + "; " + form.words(),
                        "write " + name + "=" + form.example() + ", or delete the line")));
        new TreeMap<>(small).forEach((name, tested) -> {
            if (name.endsWith(MEMORY)) {
                written(name).ifPresent(entry -> memory(entry, tested, findings));
            }
        });
    }

    /** An empty value is none, one with a variable in it is for Compose to work out, and quotes are a cause of their own. */
    private Optional<Entry> written(String name) {
        return env.entry(name)
                .filter(entry -> !entry.unquoted().isBlank() && !entry.written().contains("$"))
                .filter(entry ->
                        !EnvFileExaminer.TYPOGRAPHIC.matcher(entry.written()).find());
    }

    private static void memory(Entry entry, String tested, Findings findings) {
        long bytes = bytes(entry.unquoted());
        if (bytes < bytes(tested) / 2) {
            var why = bytes < LEAST
                    ? "Docker refuses less than 6 MB"
                            + (entry.unquoted().matches("\\d+") ? "; without a unit it is bytes" : "")
                    : "less than half of " + tested + ", the smallest limit that was tested";
            findings.add(
                    Cause.ENV_VALUE,
                    entry.text() + "; " + why,
                    "write " + entry.name() + "=" + tested + " or more, or delete the line");
        }
    }

    /** The largest number for what is no size: Compose itself refuses that. */
    private static long bytes(String text) {
        var size = SIZE.matcher(text.strip());
        return size.matches() ? (long) (Double.parseDouble(size.group(1)) * unit(size.group(2))) : Long.MAX_VALUE;
    }

    private static double unit(String letter) {
        return Math.pow(1024, " kmgtp".indexOf(letter.isEmpty() ? " " : letter.toLowerCase(java.util.Locale.ROOT)));
    }
}
