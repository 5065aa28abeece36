package dev.datastack.etl.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.fault.WorkerProcess.Terms;
import dev.datastack.etl.warehouse.Preparation;
import dev.datastack.etl.warehouse.TestWarehouse;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The warehouse lies on a small file system of its own, which a file of somebody else fills: a real ENOSPC. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "mounts a small tmpfs")
class DiskFullTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Terms TERMS = new Terms(1, Duration.ofSeconds(5), Duration.ofMinutes(5));
    private static final long MEGABYTES = 40;

    @TempDir
    Path temporary = Path.of("");

    @Test
    void a_load_waits_for_room_and_leaves_the_month_as_it_was_meanwhile() throws Exception {
        Path disk = Files.createDirectory(temporary.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "mode=0777,size=" + MEGABYTES + "m", "tmpfs", disk.toString()))
                .as("a small tmpfs can be mounted, which takes root")
                .isZero();
        try {
            withDisk(disk);
        } finally {
            assertThat(run("umount", "-l", disk.toString())).isZero();
        }
    }

    private void withDisk(Path disk) throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path space = Files.createDirectory(
                disk.resolve("space"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (DurableServer server = DurableServer.in(temporary)) {
            Preparation.execute(server.port(), "CREATE TABLESPACE small LOCATION '" + space + "'");
            try (TestWarehouse warehouse = new TestWarehouse(server.newWarehouse("TABLESPACE small"))) {
                List<InputFile> versions = InputFile.versionsOf("flights", "2013-01");
                Undisturbed undisturbed = new Undisturbed(warehouse, temporary);
                undisturbed.run(versions);
                String before = content(warehouse);
                Path ballast = fill(disk);
                versions.get(0).publish(temporary);
                long load = warehouse.request("flights", "2013-01");
                String url = warehouse.url() + "?sslmode=disable";
                try (WorkerProcess worker = new WorkerProcess(url, temporary, temporary, TERMS)) {
                    worker.go();
                    await().atMost(SOON).until(() -> error(warehouse, load).contains("No space left on device"));
                    assertThat(error(warehouse, load))
                            .contains("flights-2013-01.csv.gz")
                            .contains("53100");
                    assertThat(content(warehouse)).isEqualTo(before);
                    Files.delete(ballast);
                    await().atMost(SOON).until(() -> warehouse.status(load).equals("done"));
                }
                assertThat(undisturbed.compare()).isEqualTo(Verdict.CLEAN);
            }
        }
    }

    /** Leaves 100 kB: room for the ledger, and for no month. */
    private static Path fill(Path disk) throws IOException {
        Path ballast = disk.resolve("ballast");
        try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
            byte[] block = new byte[4096];
            for (long left = disk.toFile().getUsableSpace() - 100 * 1024; left > 0; left -= block.length) {
                file.write(block);
            }
        }
        return ballast;
    }

    private static String error(TestWarehouse warehouse, long load) throws Exception {
        return warehouse.text("SELECT coalesce(error, '') FROM etl.load WHERE id = " + load);
    }

    private static String content(TestWarehouse warehouse) throws Exception {
        return warehouse.text("SELECT count(*) || md5(string_agg(f::text, ' ' ORDER BY f::text)) FROM core.flight f");
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
