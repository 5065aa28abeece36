package dev.datastack.cli.demo.report;

import java.util.Collection;

/** Counts of several carriers or months together. */
public record Total(long flights, long arrived, long onTime, long cancelled) {
    static Total of(Collection<CarrierMonth> rows) {
        return new Total(
                rows.stream().mapToLong(CarrierMonth::flights).sum(),
                rows.stream().mapToLong(CarrierMonth::arrived).sum(),
                rows.stream().mapToLong(CarrierMonth::onTime).sum(),
                rows.stream().mapToLong(CarrierMonth::cancelled).sum());
    }

    public double onTimeShare() {
        return arrived == 0 ? 0 : 100.0 * onTime / arrived;
    }

    public double cancelledShare() {
        return flights == 0 ? 0 : 100.0 * cancelled / flights;
    }

    /** So few say nothing about an airline. */
    boolean isFew() {
        return arrived < 100;
    }
}
