package dev.datastack.etl.command;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Stays with loads until the last one has ended. */
final class LoadFollower {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final LedgerDesk ledger;
    private final Terminal terminal;
    private final LoadView view;
    private boolean toldOfNobody;

    /** {@code workersHere}: then there is no question who does it. */
    LoadFollower(LedgerDesk ledger, Terminal terminal, boolean workersHere) {
        this.ledger = ledger;
        this.terminal = terminal;
        this.view = new LoadView(terminal);
        this.toldOfNobody = workersHere;
    }

    /** Returns how they ended. */
    List<LoadState> follow(List<Long> ids) throws SQLException, InterruptedException {
        long began = terminal.nanoTime().getAsLong();
        List<LoadState> states = ledger.watch(ids);
        while (!states.stream().allMatch(LoadState::hasEnded)) {
            view.show(states);
            warnOnce(states, began);
            terminal.pause().of(LOOK);
            states = ledger.watch(ids);
        }
        view.show(states);
        view.sum(states);
        return states;
    }

    private void warnOnce(List<LoadState> states, long began) {
        boolean late = terminal.nanoTime().getAsLong() - began > PATIENCE.toNanos();
        // One that waits for a session was taken, and is requested again until that session has gone.
        boolean nobody = states.stream()
                .allMatch(state ->
                        state.status().equals("requested") && state.waitsFor().isEmpty());
        if (late && nobody && !toldOfNobody) {
            toldOfNobody = true;
            terminal.over("");
            terminal.warn("No worker has taken a load for " + PATIENCE.toSeconds() + " s. Does the service run?"
                    + " Ctrl-C ends the waiting; what was requested stays in the ledger until a worker comes.");
        }
    }
}
