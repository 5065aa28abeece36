package dev.datastack.cli.doctor.machine;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Where this clone is: some places are slow, some change files, some are full. */
public final class PlaceExaminer implements Examiner {
    /** Docker Desktop and WSL reach Windows by 9p; the others are of networks and virtual machines. */
    private static final Set<String> SLOW =
            Set.of("9p", "v9fs", "drvfs", "cifs", "smb3", "smbfs", "nfs", "nfs4", "vboxsf", "fuse.sshfs", "prl_fs");
    /** The jars of a build and Maven's own files. */
    private static final long NEEDED = 1L << 30;

    private final Path root;
    private final Disk.Look disks;

    public PlaceExaminer(Path root, Disk.Look disks) {
        this.root = root;
        this.disks = disks;
    }

    @Override
    public void examine(Findings findings) {
        var disk = disk();
        if (SLOW.contains(disk.type())) {
            examineMount(disk.type(), findings);
        }
        if (Files.exists(root.resolve("DOCKER-COMPOSE.YML"))) {
            findings.add(
                    Cause.CLONE_IGNORES_CASE,
                    root + ": docker-compose.yml and DOCKER-COMPOSE.YML are one file there, and two in a container",
                    "clone into a folder that distinguishes case; on macOS, a disk image can");
        }
        if (disk.usable() < NEEDED) {
            findings.add(
                    Cause.CLONE_DISK_FULL,
                    (disk.usable() >> 20) + " MB are left at " + root + "; builds write up to " + (NEEDED >> 20)
                            + " MB",
                    "free some space on that disk");
        }
    }

    private void examineMount(String type, Findings findings) {
        if (root.toString().matches("/mnt/[a-z](/.*)?")) {
            findings.add(
                    Cause.CLONE_ON_WINDOWS_DRIVE,
                    root + " is a folder of Windows, which WSL reaches over a slow connection, without file modes",
                    "clone into the Linux file system: cd ~ && git clone …");
        } else {
            findings.add(
                    Cause.CLONE_ON_SLOW_MOUNT,
                    root + " is mounted by " + type + "; builds and bind mounts are slow there",
                    "clone into a folder of this machine's own disk");
        }
    }

    private Disk disk() {
        try {
            return disks.at(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
