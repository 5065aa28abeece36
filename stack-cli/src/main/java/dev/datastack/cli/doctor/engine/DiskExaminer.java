package dev.datastack.cli.doctor.engine;

import dev.datastack.cli.docker.Bytes;
import dev.datastack.cli.docker.CacheRecord;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.doctor.machine.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk that the engine writes images, volumes and its build cache to. */
public final class DiskExaminer implements Examiner {
    /** All images of the stack, and as much again while they are built. */
    private static final long NEEDED = 5L << 30;

    private static final long LARGE = 20L << 30;

    private final ImageStore images;
    private final Path folder;
    private final Disk.Look disks;

    public DiskExaminer(ImageStore images, Path folder, Disk.Look disks) {
        this.images = images;
        this.folder = folder;
        this.disks = disks;
    }

    @Override
    public void examine(Findings findings) {
        long left = usable();
        if (left < NEEDED) {
            findings.add(
                    Cause.ENGINE_DISK_LOW,
                    Bytes.text(left) + " are left at " + folder + "; the images and their builds need "
                            + Bytes.text(NEEDED),
                    "free some space: 'docker system df' shows what the engine keeps,"
                            + " 'docker builder prune' empties the build cache of all projects");
        }
        long cache = images.buildCache().stream().mapToLong(CacheRecord::bytes).sum();
        // With more room than that there is no need to do anything about it.
        if (cache > LARGE && (left == Long.MAX_VALUE || left < cache)) {
            findings.add(
                    Cause.BUILD_CACHE_LARGE,
                    Bytes.text(cache) + " in the build cache, of all projects of this engine",
                    "docker builder prune --reserved-space 10GB");
        }
    }

    /** Where the engine runs in a virtual machine, or elsewhere, its folder is not here. */
    private long usable() {
        try {
            return Files.isDirectory(folder) ? disks.at(folder).usable() : Long.MAX_VALUE;
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
