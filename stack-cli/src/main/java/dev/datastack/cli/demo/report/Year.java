package dev.datastack.cli.demo.report;

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
