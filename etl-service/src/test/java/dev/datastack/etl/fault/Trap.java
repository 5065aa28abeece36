package dev.datastack.etl.fault;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Waits in all proxies for so many steps of loads, whoever does them, and then springs once. */
final class Trap implements Watcher {

    private final Predicate<Step> suits;
    private final Consumer<Step> harm;
    private final CompletableFuture<Step> sprung = new CompletableFuture<>();
    private int left;

    Trap(int steps, Predicate<Step> suits, Consumer<Step> harm) {
        this.left = steps;
        this.suits = suits;
        this.harm = harm;
    }

    @Override
    public boolean passes(Step step) {
        if (step.session().loading() && isTime(step)) {
            harm.accept(step);
            sprung.complete(step);
        }
        return true;
    }

    CompletableFuture<Step> sprung() {
        return sprung;
    }

    private synchronized boolean isTime(Step step) {
        left--;
        if (left < 0 && left > -1_000_000 && suits.test(step)) {
            left = -1_000_000;
            return true;
        }
        return false;
    }
}
