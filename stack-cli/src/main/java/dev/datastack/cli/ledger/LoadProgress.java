package dev.datastack.cli.ledger;

import java.util.List;
import java.util.Locale;

/** How much of the year 2013 is in the warehouse; {@code rows} are its flights. */
public record LoadProgress(
        int flights, int weather, int reference, long rows, int martMonths, int waiting, List<FailedLoad> failures) {
    /** A dataset and period whose newest load failed. */
    public record FailedLoad(String dataset, String period, String reason) {
        public String text() {
            return dataset + " " + period + ": " + reason;
        }
    }

    private static final int MONTHS = 12;
    private static final int REFERENCES = 4;

    public static final LoadProgress NOTHING = new LoadProgress(0, 0, 0, 0, 0, 0, List.of());

    public boolean isComplete() {
        return flights == MONTHS && weather == MONTHS && reference == REFERENCES && martMonths == MONTHS;
    }

    public String text() {
        var text = String.format(
                Locale.ROOT,
                "flights %d/%d, weather %d/%d, reference %d/%d, marts %d/%d, %,d flights",
                flights,
                MONTHS,
                weather,
                MONTHS,
                reference,
                REFERENCES,
                martMonths,
                MONTHS,
                rows);
        return failures.isEmpty() ? text : text + ", " + failures.size() + " failed";
    }
}
