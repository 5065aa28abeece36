package dev.datastack.cli.demo.report;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** Numbers and dates as the report writes them, on whatever machine. */
final class Words {
    private Words() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share);
    }

    static String exactPercent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share);
    }

    static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    static String hundredths(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    static String month(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String shortMonth(int month) {
        return Month.of(month).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day.getMonthValue());
    }
}
