package dev.datastack.etl.warehouse;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** How much is tried: some of it in each build, all of it with the profile "long". */
public final class LongRun {

    private static final long SEED = Long.getLong("etl.test.seed", 20130101L);

    private LongRun() {}

    public static boolean wanted() {
        return Boolean.getBoolean("etl.test.long");
    }

    /** The seeds of a run, always the same ones unless etl.test.seed is set. */
    public static Stream<Long> seeds(int inEachBuild, int inLongRun) {
        return new Random(SEED)
                .longs(wanted() ? inLongRun : inEachBuild, 1, 1_000_000)
                .boxed();
    }

    /** All in a long run, else some, chosen by the seed. */
    public static <T> List<T> some(List<T> all, int inEachBuild) {
        if (wanted() || all.size() <= inEachBuild) {
            return all;
        }
        return new Random(SEED)
                .ints(0, all.size())
                .distinct()
                .limit(inEachBuild)
                .sorted()
                .mapToObj(all::get)
                .toList();
    }
}
