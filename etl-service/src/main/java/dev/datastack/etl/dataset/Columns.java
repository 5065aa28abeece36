package dev.datastack.etl.dataset;

import java.util.List;

/** The columns of one dataset, by name. */
public record Columns(List<Column> all) {

    public Columns {
        all = List.copyOf(all);
    }

    Column named(String name) {
        return all.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No column \"" + name + "\" was declared"));
    }

    int position(String name) {
        return named(name).position();
    }
}
