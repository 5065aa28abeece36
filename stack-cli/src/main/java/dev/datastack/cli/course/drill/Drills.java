package dev.datastack.cli.course.drill;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All drills, from the plain to the tricky: their words are in drills.json, and what each does to the stack in a class. */
public final class Drills {
    private static final List<Drill> ALL = JsonMapper.shared()
            .readValue(
                    Objects.requireNonNull(Drills.class.getResourceAsStream("drills.json")), new TypeReference<>() {});

    private static final Map<String, Fault> FAULTS = Map.of(
            "missing-page", new TakenPort(),
            "quiet-queue", new WrongName(),
            "restless-scheduler", new SmallMemory(),
            "lost-flights", new OtherVolume(),
            "silent-worker", new StoppedProcess(),
            "stuck-load", new KilledWorker(),
            "broken-load", new KilledDatabase(),
            "failing-queries", new FullDisk(),
            "locked-out", new ForeignPassword());

    private Drills() {}

    public static List<Drill> all() {
        return ALL;
    }

    public static Optional<Drill> named(String name) {
        return ALL.stream().filter(drill -> drill.name().equals(name)).findFirst();
    }

    static Fault fault(Drill drill) {
        return Objects.requireNonNull(FAULTS.get(drill.name()), drill.name());
    }
}
