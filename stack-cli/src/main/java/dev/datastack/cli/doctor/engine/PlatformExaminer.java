package dev.datastack.cli.doctor.engine;

import dev.datastack.cli.build.OtherPlatform;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.util.Map;

/** Whether the shell asks for images of this engine's processor. */
public final class PlatformExaminer implements Examiner {
    private final Map<String, String> shell;
    private final String platform;

    /** The platform is the engine's, such as {@code linux/amd64}. */
    public PlatformExaminer(Map<String, String> shell, String platform) {
        this.shell = shell;
        this.platform = platform;
    }

    @Override
    public void examine(Findings findings) {
        if (OtherPlatform.isAsked(shell, platform)) {
            findings.add(
                    Cause.SHELL_PLATFORM,
                    OtherPlatform.VARIABLE + "=" + shell.get(OtherPlatform.VARIABLE) + ", the engine is " + platform,
                    "unset " + OtherPlatform.VARIABLE);
        }
    }
}
