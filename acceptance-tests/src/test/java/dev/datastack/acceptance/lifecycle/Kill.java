package dev.datastack.acceptance.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.StackCommand;
import java.time.Duration;
import java.util.Random;

/** Ends a command at a moment that is another every time. */
final class Kill {
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
