package dev.datastack.cli.doctor.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a folder is kept: the kind of file system, in the system's words, and the bytes left on it. */
public record Disk(String type, long usable) {
    /** Looks at a disk; a test has its own. */
    @FunctionalInterface
    public interface Look {
        Disk at(Path folder) throws IOException;
    }

    public static Disk of(Path folder) throws IOException {
        var store = Files.getFileStore(folder);
        return new Disk(store.type(), store.getUsableSpace());
    }
}
