package dev.datastack.cli.doctor.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import dev.datastack.cli.docker.Bytes;
import dev.datastack.cli.docker.Demands;
import dev.datastack.cli.docker.Docker.EngineInfo;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.profile.CpuLimit;
import dev.datastack.cli.profile.Room;
import dev.datastack.cli.settings.EnvFile.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** What the engine has, against what the services may use. */
public final class ResourceExaminer implements Examiner {
    private final EngineInfo engine;
    private final List<Demands> demands;
    private final Optional<Entry> limit;

    /** {@code limit} is the line of {@code .env} for the CPUs of the larger services. */
    public ResourceExaminer(EngineInfo engine, List<Demands> demands, Optional<Entry> limit) {
        this.engine = engine;
        this.demands = demands;
        this.limit = limit;
    }

    @Override
    public void examine(Findings findings) {
        memory(findings);
        cpus(findings);
        if (!engine.limitsMemory()) {
            findings.add(
                    Cause.ENGINE_NO_LIMITS,
                    "rootless on cgroup v1, or a kernel without memory cgroups: one service can take all memory",
                    "use cgroup v2: boot with systemd.unified_cgroup_hierarchy=1");
        }
    }

    /** A limit that is larger than the engine by itself is one of the user's own: no profile of ours changes it. */
    private void memory(Findings findings) {
        var room = Room.of(demands, engine.memTotal());
        if (room.isEnough()) {
            return;
        }
        var alone = demands.stream()
                .filter(service -> service.memory() > engine.memTotal())
                .map(service -> service.service() + " " + Bytes.memory(service.memory()))
                .collect(joining(", "));
        findings.add(
                Cause.ENGINE_MEMORY_LOW,
                room.sentence() + (alone.isEmpty() ? "" : "; more than all of it: " + alone),
                (alone.isEmpty()
                                ? "start with smaller limits: ./stack up --profile small"
                                : "write a smaller limit to .env, or to your Compose file")
                        + "; or give the engine more memory (Docker Desktop: Settings, Resources)");
    }

    /** One finding for all services with the same limit: most have it from one line. */
    private void cpus(Findings findings) {
        demands.stream()
                .filter(service -> engine.ncpu() > 0 && service.cpus() > engine.ncpu())
                .collect(groupingBy(Demands::cpus, TreeMap::new, mapping(Demands::service, joining(", "))))
                .forEach((cpus, services) -> {
                    var line = limit.filter(entry -> isNumber(entry.unquoted(), cpus));
                    findings.add(
                            Cause.ENGINE_CPUS_LOW,
                            String.format(
                                    Locale.ROOT,
                                    "%s%s may use %.1f, the engine has %d",
                                    line.map(entry -> ".env, " + entry.text() + "; ")
                                            .orElse(""),
                                    services,
                                    cpus,
                                    engine.ncpu()),
                            "give the engine more CPUs, or write " + CpuLimit.SETTING + "=" + engine.ncpu() + " to .env"
                                    + (line.isPresent() ? "" : "; a limit of your own is in your Compose file"));
                });
    }

    private static boolean isNumber(String text, double number) {
        try {
            return Double.parseDouble(text) == number;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
