package dev.datastack.etl.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Shows loads on their way: one line that changes on a terminal, a line for each that ends elsewhere. */
final class LoadView {

    private static final int BAR = 24;
    /** What fits beside the bar on a terminal of 80 columns. */
    private static final int NAMES = 20;

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Terminal terminal;
    private final long began;
    private final Set<Long> told = new HashSet<>();
    private final Set<Long> toldOfWaiting = new HashSet<>();
    /** Between the end of COPY and the commit nobody counts; a number on a screen must not fall. */
    private final Map<Long, Long> most = new HashMap<>();

    LoadView(Terminal terminal) {
        this.terminal = terminal;
        this.began = terminal.nanoTime().getAsLong();
    }

    void show(List<LoadState> states) {
        states.stream()
                .filter(LoadState::hasEnded)
                .filter(state -> told.add(state.id()))
                .forEach(this::ended);
        states.stream()
                .filter(state -> state.waitsFor().isPresent() && toldOfWaiting.add(state.id()))
                .forEach(this::waits);
        terminal.over(line(states));
    }

    /** The sum, once all have ended. */
    void sum(List<LoadState> states) {
        terminal.over("");
        List<LoadState> done = states.stream().filter(LoadState::isDone).toList();
        long rows = rows(done);
        terminal.say(String.format(
                Locale.ROOT,
                "%d of %d loads done in %.1f s: %,d rows read, %,d rejected, %,d rows/s",
                done.size(),
                states.size(),
                seconds(),
                rows,
                done.stream().mapToLong(LoadState::rejected).sum(),
                perSecond(rows, seconds())));
    }

    private void ended(LoadState state) {
        if (state.isFailed()) {
            terminal.over("");
            terminal.warn(state.load() + " failed: " + state.error().orElse("the ledger does not say why"));
        } else if (!terminal.live()) {
            terminal.say(String.format(
                    Locale.ROOT,
                    "%s: %,d rows read, %,d rejected, %.2f s, %,d rows/s",
                    state.load(),
                    state.rows(),
                    state.rejected(),
                    state.seconds(),
                    perSecond(state.rows(), state.seconds())));
        }
    }

    private void waits(LoadState state) {
        terminal.over("");
        terminal.warn(state.load() + " waits for " + state.waitsFor().orElseThrow()
                + ". It goes on when their transactions have ended.");
    }

    private String line(List<LoadState> states) {
        long ended = states.stream().filter(LoadState::hasEnded).count();
        int full = (int) (BAR * ended / Math.max(1, states.size()));
        String running = states.stream()
                .filter(LoadState::isRunning)
                .map(state -> state.load().toString())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "[%s%s] %d/%d  %,d rows  %,d rows/s  %s",
                "#".repeat(full),
                ".".repeat(BAR - full),
                ended,
                states.size(),
                rows(states),
                perSecond(rows(states), seconds()),
                running.length() <= NAMES ? running : running.substring(0, NAMES - 1) + "…");
    }

    private long rows(List<LoadState> states) {
        return states.stream()
                .mapToLong(state -> most.merge(state.id(), state.rows(), Math::max))
                .sum();
    }

    private double seconds() {
        return (terminal.nanoTime().getAsLong() - began) / NANOS;
    }

    private static long perSecond(long rows, double seconds) {
        return seconds <= 0 ? 0 : Math.round(rows / seconds);
    }
}
