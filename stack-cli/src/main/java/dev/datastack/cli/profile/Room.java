package dev.datastack.cli.profile;

import dev.datastack.cli.docker.Bytes;
import dev.datastack.cli.docker.Demands;
import java.util.List;

/** Bytes of memory: what all running services may use together, and what the engine has (0 where it does not say). */
public record Room(long limits, long engine) {

    public static Room of(List<Demands> demands, long engine) {
        // One-shots end before the services that need them start.
        return new Room(
                demands.stream()
                        .filter(service -> !service.isOneShot())
                        .mapToLong(Demands::memory)
                        .sum(),
                engine);
    }

    public boolean isEnough() {
        return engine == 0 || limits <= engine;
    }

    public String sentence() {
        return "the services may use up to " + Bytes.memory(limits) + " of memory, the engine has "
                + Bytes.memory(engine);
    }
}
