package dev.datastack.cli.explain;

import dev.datastack.cli.docker.HistoryEntry;
import java.util.List;

/** An image of the engine: its layers from the lowest up, the bytes of the files in each, and the steps that made them. */
record StoredImage(String name, List<String> layers, List<Long> sizes, List<HistoryEntry> history) {

    long size() {
        return sizes.stream().mapToLong(Long::longValue).sum();
    }

    boolean liesOn(StoredImage other) {
        int height = other.layers().size();
        return layers.size() >= height && layers.subList(0, height).equals(other.layers());
    }
}
