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

    /** The one that fills a table. */
    public Dataset filling(String table) {
        return all.stream()
                .filter(dataset -> dataset.table().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No dataset fills " + table));
    }

    /** Names of those that must be loaded before a dataset can be, because its rows must name their members. */
    public List<String> neededBy(Dataset dataset) {
        return dataset.references().stream()
                .filter(Reference::rejects)
                .map(reference -> filling(reference.table()).name())
                .distinct()
                .toList();
    }

    public Dataset named(String name) {
        return all.stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> UnknownDatasetException.named(
                        name, all.stream().map(Dataset::name).toList()));
    }
}
