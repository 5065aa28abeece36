package dev.datastack.cli.up;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.up.progress.Upping;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * {@code docker compose up} in the background, and again when it gave up on something that came all the same. It starts
 * only what is not started. Nothing here ends it.
 */
final class ComposeUp {
    private static final int TRIES = 3;
    private static final Duration APART = Duration.ofSeconds(5);

    private final Compose compose;
    private final Time time;
    private final Executor background;
    private CompletableFuture<Finished> running = new CompletableFuture<>();
    private Instant last = Instant.MIN;
    private int tries;
    private int readyThen = -1;

    ComposeUp(Compose compose, Time time, Executor background) {
        this.compose = compose;
        this.time = time;
        this.background = background;
    }

    void begin() {
        last = time.now();
        running = CompletableFuture.supplyAsync(compose::upAndLeave, background)
                .whenComplete((end, thrown) -> time.wake());
    }

    /** When it has gone as far as it gets: not again at once, and not for ever. */
    void again(int ready) {
        if (ready > readyThen) {
            tries = 0;
        }
        readyThen = ready;
        if (!isSpent() && Duration.between(last, time.now()).compareTo(APART) >= 0) {
            tries++;
            begin();
        }
    }

    /** It was refused so often without anything new that became ready. */
    boolean isSpent() {
        return tries >= TRIES;
    }

    Upping state() {
        return returned().map(end -> end.well() ? Upping.DONE : Upping.REFUSED).orElse(Upping.AT_WORK);
    }

    Optional<Finished> returned() {
        if (!running.isDone()) {
            return Optional.empty();
        }
        try {
            return Optional.of(running.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof StackException known) {
                throw known;
            }
            throw e;
        }
    }

    Optional<Finished> refusal() {
        return returned().filter(end -> !end.well());
    }
}
