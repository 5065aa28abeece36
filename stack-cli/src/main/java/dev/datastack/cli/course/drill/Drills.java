package dev.datastack.cli.course.drill;

import java.util.List;
import java.util.Optional;

/** All drills, from the plain to the tricky. */
public final class Drills {
    private static final List<Drill> ALL = List.of(
            new TakenPort(),
            new WrongName(),
            new SmallMemory(),
            new OtherVolume(),
            new StoppedProcess(),
            new KilledWorker(),
            new KilledDatabase(),
            new FullDisk(),
            new ForeignPassword());

    private Drills() {}

    public static List<Drill> all() {
        return ALL;
    }

    public static Optional<Drill> named(String name) {
        return ALL.stream().filter(drill -> drill.name().equals(name)).findFirst();
    }
}
