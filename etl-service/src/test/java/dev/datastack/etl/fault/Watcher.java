package dev.datastack.etl.fault;

/** Sees each step before the proxy hands it on; may do harm, may wait, may keep it back. */
@FunctionalInterface
interface Watcher {

    boolean passes(Step step);
}
