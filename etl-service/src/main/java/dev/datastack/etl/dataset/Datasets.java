package dev.datastack.etl.dataset;

import java.util.List;

/** All that can be loaded. */
public record Datasets(List<Dataset> all) {

    public Datasets {
        all = List.copyOf(all);
        DeclarationCheck.passed(all);
    }

    public static Datasets declared() {
        return new Datasets(List.of(
                Airlines.DATASET,
                Airports.DATASET,
                Planes.DATASET,
                TimeZones.DATASET,
                Flights.DATASET,
                Weather.DATASET));
    }

    public Dataset named(String name) {
        return all.stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> UnknownDatasetException.named(
                        name, all.stream().map(Dataset::name).toList()));
    }
}
