package dev.datastack.cli.doctor.machine;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.profile.Profile;
import dev.datastack.cli.settings.EnvFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.regex.Pattern;

/** The lines of {@code .env}. One that cannot be read is thrown by whoever reads it. */
public final class EnvFileExaminer implements Examiner {
    static final Pattern TYPOGRAPHIC = Pattern.compile("[\u2018\u2019\u201C\u201D\u201E\u00AB\u00BB]");
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
        var known = KnownNames.in(root);
        var seen = new HashMap<String, EnvFile.Entry>();
        for (var entry : env.entries()) {
            var line = "line " + entry.line() + ": " + entry.name();
            if (TYPOGRAPHIC.matcher(entry.written()).find()) {
                findings.add(
                        Cause.ENV_QUOTES,
                        line + "=" + entry.written() + "; they become part of the value",
                        "write the value without quotes, or with ' or \"");
            }
            var value = entry.unquoted();
            if (entry.name().equals(Profile.SETTING)
                    && !value.isEmpty()
                    && Profile.named(value).isEmpty()) {
                findings.add(Cause.ENV_PROFILE, line + "=" + value, "set it to small or default");
            }
            if (!known.contains(entry.name())) {
                findings.add(
                        Cause.ENV_UNKNOWN,
                        line + ", which neither Docker Compose nor a Compose file of this clone uses",
                        known.nearest(entry.name()).map(name -> "write " + name).orElse("correct the name")
                                + ", or delete the line; .env.example lists the names");
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
}
