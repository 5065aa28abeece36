package dev.datastack.acceptance.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.StackCommand;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ends a command at a moment that is another every time, and what must have survived that. */
final class Kill {
    /** Every row of the flights, airports and planes, summed up in another way than the commands do. */
    static final String EVERY_ROW = Stream.of("flight", "airport", "plane")
            .map(("(SELECT concat(count(*), ' ', sum(('x' || left(md5(t::text), 15))::bit(60)::bigint::numeric))"
                    + " FROM core.%s AS t)")::formatted)
            .collect(Collectors.joining(", ", "SELECT ", ""));

    private static final int KILLED = 137;
    private static final Random MOMENTS = new Random();

    private Kill() {}

    /** Within the time that the command takes; it may also have ended before that. */
    static void during(Duration took, Shell shell, String... words) {
        var moment = Duration.ofMillis((long) (took.toMillis() * MOMENTS.nextDouble()));
        var finished = StackCommand.killedAfter(moment.plusMillis(1), shell, words);
        assertThat(finished.exitCode()).as(Shell.told(finished)).isIn(0, KILLED);
    }

    static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
