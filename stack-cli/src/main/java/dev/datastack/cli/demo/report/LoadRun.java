package dev.datastack.cli.demo.report;

/** A load of the ledger; the times are seconds since the first one began. */
public record LoadRun(
        String dataset, String period, String worker, double from, double to, long read, long loaded, long rejected) {}
