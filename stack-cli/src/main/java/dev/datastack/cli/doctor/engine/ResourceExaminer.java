package dev.datastack.cli.doctor.engine;

import dev.datastack.cli.docker.Demands;
import dev.datastack.cli.docker.Docker.EngineInfo;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.profile.Room;
import java.util.List;
import java.util.Locale;

/** What the engine has, against what the services may use. */
public final class ResourceExaminer implements Examiner {
    private final EngineInfo engine;
    private final List<Demands> demands;

    public ResourceExaminer(EngineInfo engine, List<Demands> demands) {
        this.engine = engine;
        this.demands = demands;
    }

    @Override
    public void examine(Findings findings) {
        var room = Room.of(demands, engine.memTotal());
        if (!room.isEnough()) {
            findings.add(
                    Cause.ENGINE_MEMORY_LOW,
                    room.sentence(),
                    "start with smaller limits: ./stack up --profile small; or give the engine more memory (Docker"
                            + " Desktop: Settings, Resources)");
        }
        demands.stream()
                .filter(service -> engine.ncpu() > 0 && service.cpus() > engine.ncpu())
                .forEach(service -> findings.add(
                        Cause.ENGINE_CPUS_LOW,
                        String.format(
                                Locale.ROOT,
                                "%s may use %.1f, the engine has %d",
                                service.service(),
                                service.cpus(),
                                engine.ncpu()),
                        "give the engine more CPUs, or in docker-compose.override.yml: services: {" + service.service()
                                + ": {deploy: {resources: {limits: {cpus: \"" + engine.ncpu() + "\"}}}}}"));
        if (!engine.limitsMemory()) {
            findings.add(
                    Cause.ENGINE_NO_LIMITS,
                    "rootless on cgroup v1, or a kernel without memory cgroups: one service can take all memory",
                    "use cgroup v2: boot with systemd.unified_cgroup_hierarchy=1");
        }
    }
}
