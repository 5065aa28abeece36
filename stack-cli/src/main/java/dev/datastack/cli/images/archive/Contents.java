package dev.datastack.cli.images.archive;

import java.util.List;

/**
 * What an archive says of itself, in its first entry. The names of the project's images begin with its name; the bases
 * begin with the prefix. The bytes are what the layers, each once, take unpacked on the disk of the engine that wrote it.
 */
public record Contents(
        int format,
        String platform,
        String project,
        String prefix,
        List<String> images,
        List<String> bases,
        long bytes) {
    static final int FORMAT = 1;
}
