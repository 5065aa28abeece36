package dev.datastack.cli.doctor.machine;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.profile.Profile;
import dev.datastack.cli.settings.EnvFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The lines of {@code .env}. One that cannot be read is thrown by whoever reads it. */
public final class EnvFileExaminer implements Examiner {
    private static final Pattern TYPOGRAPHIC = Pattern.compile("[\u2018\u2019\u201C\u201D\u201E\u00AB\u00BB]");
    /** In a Compose file, and in .env.example, where some are commented out. */
    private static final Pattern KNOWN = Pattern.compile("\\$\\{(\\w+)|(?m)^#? ?([A-Z][A-Z_]+)=");

    private final Path root;
    private final EnvFile env;

    public EnvFileExaminer(Path root, EnvFile env) {
        this.root = root;
        this.env = env;
    }

    @Override
    public void examine(Findings findings) {
        if (env.hasWindowsLineEnds()) {
            findings.add(
                    Cause.ENV_CRLF,
                    "a shell that sources the file, and 'docker run --env-file', take the line end into the value",
                    "sed -i 's/\\r$//' .env",
                    env::removeWindowsLineEnds);
        }
        var known = known();
        var seen = new HashMap<String, EnvFile.Entry>();
        for (var entry : env.entries()) {
            var line = "line " + entry.line() + ": " + entry.name();
            if (TYPOGRAPHIC.matcher(entry.written()).find()) {
                findings.add(
                        Cause.ENV_QUOTES,
                        line + "=" + entry.written() + "; they become part of the value",
                        "write the value without quotes, or with ' or \"");
            }
            var value = entry.written().replaceAll("^['\"]|['\"]$", "");
            if (entry.name().equals(Profile.SETTING)
                    && !value.isEmpty()
                    && Profile.named(value).isEmpty()) {
                findings.add(Cause.ENV_PROFILE, line + "=" + value, "set it to small or default");
            }
            if (!entry.name().startsWith("COMPOSE_")
                    && !known.contains(entry.name().replaceFirst("_SOURCE$", ""))) {
                findings.add(
                        Cause.ENV_UNKNOWN,
                        line + ", which no Compose file of this clone uses",
                        "correct the name, or delete the line; .env.example lists the names");
            }
            var earlier = seen.put(entry.name(), entry);
            if (earlier != null && !earlier.written().equals(entry.written())) {
                findings.add(
                        Cause.ENV_TWICE,
                        line + "=" + entry.written() + " wins over line " + earlier.line() + ", " + earlier.written(),
                        "delete one of the two lines");
            }
        }
    }

    private Set<String> known() {
        var names = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(root, "{.env.example,*compose*.y*ml}")) {
            for (var file : files) {
                KNOWN.matcher(Files.readString(file, StandardCharsets.UTF_8))
                        .results()
                        .forEach(match -> names.add(match.group(1) == null ? match.group(2) : match.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
