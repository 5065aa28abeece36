package dev.datastack.etl.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Makes the day out of year, month and day; it must lie in the period that is loaded. */
record DayOfPeriod(Column made, Column year, Column month, Column day) implements Rule {

    @Override
    public @Nullable Problem check(Row row, Period period) {
        int y = (int) row.number(year.position());
        int m = (int) row.number(month.position());
        int d = (int) row.number(day.position());
        try {
            LocalDate date = LocalDate.of(y, m, d);
            row.set(made.position(), date.toEpochDay());
            return outside(date, period)
                    ? new Problem(month.name(), Reason.WRONG_PERIOD + date + " is not in " + period.text())
                    : null;
        } catch (DateTimeException e) {
            return new Problem(day.name(), Reason.BAD_DATE + y + "-" + m + "-" + d + " is not in the calendar");
        }
    }

    private static boolean outside(LocalDate date, Period period) {
        return period instanceof Period.Month wanted
                && (date.isBefore(wanted.first()) || !date.isBefore(wanted.next()));
    }
}
