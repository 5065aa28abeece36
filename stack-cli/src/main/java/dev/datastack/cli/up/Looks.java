package dev.datastack.cli.up;

import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.up.progress.Line;
import dev.datastack.cli.up.progress.Phase;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** Looks that may fail: containers come and go while one looks at them, and an engine restarts. The next one may see. */
final class Looks {
    private static final int TOLD = 3;

    private int failures;
    private String reason = "";

    <T> Optional<T> take(Supplier<T> look) {
        try {
            var seen = look.get();
            failures = 0;
            return Optional.of(seen);
        } catch (StackException e) {
            failed(e.tried() + ": " + e.what());
        } catch (JacksonException e) {
            failed("docker answered no JSON: " + e.getOriginalMessage());
        }
        return Optional.empty();
    }

    private void failed(String newReason) {
        failures++;
        reason = newReason;
    }

    /** Once is no news. */
    Optional<Line> trouble() {
        return failures < TOLD
                ? Optional.empty()
                : Optional.of(new Line("engine", Phase.UNHEALTHY, "looking again after " + reason, Optional.empty()));
    }
}
