package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** What the engine limits, and how its description of a container says so; 0 or less, or nothing at all, is no limit. */
enum Resource {
    @JsonProperty("memory")
    MEMORY("memory", "MB") {
        @Override
        double read(JsonNode host) {
            return host.path("Memory").asDouble(0) / (1 << 20);
        }
    },
    @JsonProperty("cpus")
    CPUS("CPUs", "CPUs") {
        @Override
        double read(JsonNode host) {
            double whole = host.path("NanoCpus").asDouble(0);
            double period = host.path("CpuPeriod").asDouble(0);
            return whole > 0 ? whole / 1e9 : host.path("CpuQuota").asDouble(0) / (period > 0 ? period : KERNELS_PERIOD);
        }
    },
    @JsonProperty("processes")
    PROCESSES("processes", "processes") {
        @Override
        double read(JsonNode host) {
            return host.path("PidsLimit").asDouble(0);
        }
    };

    /** Microseconds, where a file has a quota alone. */
    private static final double KERNELS_PERIOD = 100_000;

    private final String plural;
    private final String unit;

    Resource(String plural, String unit) {
        this.plural = plural;
        this.unit = unit;
    }

    abstract double read(JsonNode host);

    OptionalDouble limit(JsonNode host) {
        double read = read(host);
        return read > 0 ? OptionalDouble.of(read) : OptionalDouble.empty();
    }

    /** Whether a container may take that much at most, by what {@code docker inspect} says of it. */
    Finding judged(String who, JsonNode container, double atMost) {
        var limit = limit(container.path("HostConfig"));
        return new Finding(
                limit.isPresent() && limit.getAsDouble() <= atMost,
                limit.isPresent()
                        ? who + " may take " + words(limit.getAsDouble())
                        : who + " has no limit of " + plural,
                who + " may take " + words(atMost) + " at most");
    }

    String words(double much) {
        var number = much == Math.rint(much) ? String.valueOf((long) much) : String.format(Locale.ROOT, "%.3f", much);
        return number + " " + unit;
    }
}
