package dev.datastack.etl.dataset;

/** How a dataset comes: a file a month, or one file that is the whole. */
public enum Cadence {
    MONTHLY,
    WHOLE
}
