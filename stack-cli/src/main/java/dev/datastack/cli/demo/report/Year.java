package dev.datastack.cli.demo.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that the report is about, as it was read from the warehouse. */
public record Year(
        int year,
        String server,
        List<CarrierMonth> carrierMonths,
        List<WeatherDelay> weather,
        List<DayOfFlights> days,
        List<Reject> rejects,
        List<LoadRun> loads) {
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

    /** A row of mart.carrier_month, with the airline's name. */
    public record CarrierMonth(
            String carrier, String airline, int month, long flights, long arrived, long onTime, long cancelled) {}

    /** A row in quarantine, with the file that it came from. */
    public record Reject(String file, long line, String column, String reason, String raw) {}

    /** A load of the ledger; the times are seconds since the first one began. */
    public record LoadRun(
            String dataset,
            String period,
            String worker,
            double from,
            double to,
            long read,
            long loaded,
            long rejected) {}

    /** The flights of one day. */
    public record DayOfFlights(LocalDate day, long flights, long cancelled) {
        double cancelledShare() {
            return flights == 0 ? 0 : 100.0 * cancelled / flights;
        }
    }

    public Year {
        carrierMonths = List.copyOf(carrierMonths);
        weather = List.copyOf(weather);
        days = List.copyOf(days);
        rejects = List.copyOf(rejects);
        loads = List.copyOf(loads);
    }

    public Total total() {
        return Total.of(carrierMonths);
    }

    Total month(int month) {
        return Total.of(
                carrierMonths.stream().filter(row -> row.month() == month).toList());
    }

    Total carrier(String carrier) {
        return Total.of(carrierMonths.stream()
                .filter(row -> row.carrier().equals(carrier))
                .toList());
    }

    Total cell(String carrier, int month) {
        return Total.of(carrierMonths.stream()
                .filter(row -> row.carrier().equals(carrier) && row.month() == month)
                .toList());
    }

    /** The most punctual first; those with few flights last. */
    List<String> carriers() {
        return carrierMonths.stream()
                .map(CarrierMonth::carrier)
                .distinct()
                .sorted(Comparator.comparing(
                                (String carrier) -> carrier(carrier).isFew())
                        .thenComparing(carrier -> -carrier(carrier).onTimeShare()))
                .toList();
    }

    String airline(String carrier) {
        return carrierMonths.stream()
                .filter(row -> row.carrier().equals(carrier))
                .map(CarrierMonth::airline)
                .findFirst()
                .orElse(carrier)
                .replaceFirst(" (Inc\\.|Co\\.|Corporation)$", "");
    }

    static List<Integer> months() {
        return IntStream.rangeClosed(1, 12).boxed().toList();
    }

    private Stream<Integer> monthsWithArrivals() {
        return months().stream().filter(month -> month(month).arrived() > 0);
    }

    int bestMonth() {
        return monthsWithArrivals()
                .max(Comparator.comparing(month -> month(month).onTimeShare()))
                .orElseThrow();
    }

    int worstMonth() {
        return monthsWithArrivals()
                .min(Comparator.comparing(month -> month(month).onTimeShare()))
                .orElseThrow();
    }

    int mostCancelled() {
        return months().stream()
                .max(Comparator.comparing(month -> month(month).cancelledShare()))
                .orElseThrow();
    }

    DayOfFlights worstDay() {
        return days.stream()
                .max(Comparator.comparing(DayOfFlights::cancelledShare))
                .orElseThrow();
    }

    WeatherDelay weather(String precipitation) {
        return weather.stream()
                .filter(row -> row.precipitation().equals(precipitation))
                .findFirst()
                .orElse(new WeatherDelay(precipitation, 0, 0, 0, 0));
    }

    public long rowsRead() {
        return loads.stream().mapToLong(LoadRun::read).sum();
    }

    public long rowsRejected() {
        return loads.stream().mapToLong(LoadRun::rejected).sum();
    }

    /** From the first load's begin to the last one's end. */
    public double seconds() {
        return loads.stream().mapToDouble(LoadRun::to).max().orElse(0);
    }

    public long rowsPerSecond() {
        return seconds() <= 0 ? 0 : Math.round(rowsRead() / seconds());
    }
}
