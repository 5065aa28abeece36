package dev.datastack.etl.dataset;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/** What one load covers: a month, or all there is. */
public sealed interface Period {

    /** As the ledger and the file names write it. */
    String text();

    record Month(YearMonth month) implements Period {
        @Override
        public String text() {
            return month.toString();
        }

        public LocalDate first() {
            return month.atDay(1);
        }

        public LocalDate next() {
            return first().plusMonths(1);
        }
    }

    record All() implements Period {
        @Override
        public String text() {
            return "all";
        }
    }

    static Period of(Cadence cadence, String text) {
        if (cadence == Cadence.WHOLE) {
            if (text.equals("all")) {
                return new All();
            }
            throw UnknownDatasetException.period(text, "its only period is \"all\"");
        }
        try {
            return new Month(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            throw UnknownDatasetException.period(text, "write a month as 2013-01");
        }
    }
}
