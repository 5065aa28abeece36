package dev.datastack.cli.doctor.engine;

import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.engine.EngineCheck;

/** Docker, Compose and buildx: there, reachable, and recent enough. Where it finds something nothing else can be looked at. */
public final class VersionExaminer implements Examiner {
    private final EngineCheck check;
    private final Docker docker;

    public VersionExaminer(EngineCheck check, Docker docker) {
        this.check = check;
        this.docker = docker;
    }

    @Override
    public void examine(Findings findings) {
        findings.check(check::require);
        if (!findings.all().isEmpty()) {
            return;
        }
        var buildx = docker.buildxVersion();
        if (!buildx.well()) {
            findings.add(
                    Cause.BUILDX_MISSING,
                    "docker buildx version: " + buildx.lastWords(),
                    "run './stack engine install' (Debian, Ubuntu), or install the package docker-buildx-plugin");
        }
    }
}
