package dev.datastack.cli.doctor.machine;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.identity.ShellEnvironment;
import dev.datastack.cli.settings.EnvFile;
import java.util.Map;

/** Variables of the shell that this stack ignores, and those that win over a line of {@code .env}. */
public final class ShellExaminer implements Examiner {
    private final Map<String, String> shell;
    private final EnvFile env;

    public ShellExaminer(Map<String, String> shell, EnvFile env) {
        this.shell = shell;
        this.env = env;
    }

    @Override
    public void examine(Findings findings) {
        var steering = ShellEnvironment.of(shell);
        steering.ignored()
                .forEach(name -> findings.add(
                        Cause.SHELL_IGNORED,
                        name + "=" + shell.get(name) + "; './stack' ignores it, bare 'docker compose' obeys it",
                        "unset " + name));
        for (var entry : env.entries()) {
            var value = steering.variables().get(entry.name());
            if (value != null && !env.value(entry.name(), Map.of()).orElse("").equals(value)) {
                findings.add(
                        Cause.SHELL_HIDES_SETTING,
                        entry.name() + "=" + value + " of the shell wins over line " + entry.line() + " of .env",
                        "unset " + entry.name());
            }
        }
    }
}
