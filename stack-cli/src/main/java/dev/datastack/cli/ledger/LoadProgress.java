package dev.datastack.cli.ledger;

import java.util.List;
import java.util.Locale;

/** How much of the year is in the warehouse. */
public record LoadProgress(
        int flights, int weather, int reference, long rows, int martMonths, int waiting, List<String> failures) {
    private static final int MONTHS = 12;
    private static final int REFERENCES = 4;

    public static final LoadProgress NOTHING = new LoadProgress(0, 0, 0, 0, 0, 0, List.of());

    public boolean isComplete() {
        return flights == MONTHS && weather == MONTHS && reference == REFERENCES && martMonths == MONTHS;
    }

    public String text() {
        var text = String.format(
                Locale.ROOT,
                "flights %d/%d, weather %d/%d, reference %d/%d, marts %d/%d, %,d rows",
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
