package dev.datastack.etl.dataset;

import java.util.List;

/** The columns of one dataset, by name. */
record Columns(String dataset, List<Column> all) {

    Columns {
        all = List.copyOf(all);
    }

    Column named(String name) {
        return all.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Dataset \"" + dataset + "\" has no column \"" + name
                        + "\". Declared so far: "
                        + String.join(", ", all.stream().map(Column::name).toList())));
    }

    int position(String name) {
        return named(name).position();
    }
}
