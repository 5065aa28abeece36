package dev.datastack.cli.doctor.running;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The kernel's own count of processes that it killed in a container. The engine notices only when the first one of a container
 * is killed; a worker process that its parent starts again leaves no other trace.
 */
public final class MemoryExaminer implements Examiner {
    /** Of cgroup v2, and of v1. */
    private static final List<String> COUNTS =
            List.of("/sys/fs/cgroup/memory.events", "/sys/fs/cgroup/memory/memory.oom_control");

    private static final Pattern KILLS = Pattern.compile("(?m)^oom_kill (\\d+)$");

    private final Compose compose;
    private final Set<String> services;

    public MemoryExaminer(Compose compose, Set<String> services) {
        this.compose = compose;
        this.services = services;
    }

    @Override
    public void examine(Findings findings) {
        for (var service : services) {
            for (var file : COUNTS) {
                var count = KILLS.matcher(
                        compose.exec(service, List.of("cat", file)).outText());
                if (count.find() && !count.group(1).equals("0")) {
                    findings.add(
                            Cause.PROCESS_OUT_OF_MEMORY,
                            service + ": " + count.group(1) + " since the container started, by the kernel's count in "
                                    + file,
                            "give " + service + " more memory, or less work at a time; './stack status --memory'"
                                    + " shows its use");
                }
            }
        }
    }
}
