package dev.datastack.cli.doctor.project;

import dev.datastack.cli.docker.Container;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.util.List;

/** Logs that grow until the disk is full. */
public final class LogExaminer implements Examiner {
    private final List<Container> containers;

    public LogExaminer(List<Container> containers) {
        this.containers = containers;
    }

    @Override
    public void examine(Findings findings) {
        containers.stream()
                .filter(container -> container.hostConfig().logConfig().growsForEver())
                .forEach(
                        container -> findings.add(
                                Cause.LOG_UNBOUNDED,
                                container.service() + " uses the log driver json-file without max-size",
                                "copy the key logging of another service in docker-compose.yml: {driver: local, options: {max-size: 5m}}"));
    }
}
