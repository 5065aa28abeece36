package dev.datastack.cli.docker;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;

/** An image as {@code docker image inspect} shows it. The size is left out: it is another thing in each image store. */
public record Image(String id, List<String> repoTags, String architecture, String os, RootFs rootFs, Config config) {
    public Image {
        rootFs = requireNonNullElse(rootFs, new RootFs(List.of()));
        config = requireNonNullElse(config, new Config(List.of(), Map.of()));
    }

    /** The layers, named by what is in them, the lowest first. */
    public record RootFs(List<String> layers) {}

    /** What its containers start with. */
    public record Config(List<String> env, Map<String, String> labels) {}

    public List<String> layers() {
        return rootFs.layers();
    }

    public Map<String, String> labels() {
        return config.labels();
    }
}
