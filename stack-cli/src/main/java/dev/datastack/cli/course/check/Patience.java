package dev.datastack.cli.course.check;

import dev.datastack.cli.course.lab.Lab;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How long is waited for what must come. So many seconds on a machine with nothing else to do; on a busy one each look takes
 * longer, and so does what is waited for. So looks are counted, too.
 */
final class Patience {
    private static final int LOOKS_A_SECOND = 2;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Patience() {}

    static <T> T until(Lab lab, int seconds, Supplier<T> look, Predicate<T> willDo) {
        var looks = new AtomicInteger();
        Supplier<T> counted = () -> {
            looks.incrementAndGet();
            return look.get();
        };
        var seen = lab.until(Duration.ofSeconds(seconds), counted, willDo);
        int enough = seconds * LOOKS_A_SECOND;
        return willDo.test(seen) || looks.get() >= enough
                ? seen
                : lab.until(LONGEST, counted, now -> willDo.test(now) || looks.get() >= enough);
    }
}
