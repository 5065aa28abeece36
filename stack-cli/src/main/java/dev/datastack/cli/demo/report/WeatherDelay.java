package dev.datastack.cli.demo.report;

/** A row of mart.weather_delay. */
public record WeatherDelay(String precipitation, long flights, long departed, double meanDelay, long cancelled) {
    double cancelledShare() {
        return flights == 0 ? 0 : 100.0 * cancelled / flights;
    }

    String meaning() {
        return switch (precipitation) {
            case "none" -> "dry";
            case "light" -> "light, < 0.1 in";
            case "heavy" -> "heavy, ≥ 0.1 in";
            default -> "not observed";
        };
    }
}
