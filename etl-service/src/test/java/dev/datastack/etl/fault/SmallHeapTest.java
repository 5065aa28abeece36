package dev.datastack.etl.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.fault.WorkerProcess.Terms;
import dev.datastack.etl.warehouse.DataFolder;
import dev.datastack.etl.warehouse.TestWarehouse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One file that is many times a month goes through a worker whose heap could not hold it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends POSIX signals")
class SmallHeapTest {

    private static final String FILE = "flights-2013-01.csv.gz";
    private static final int CARRIER = 9;
    private static final int COPIES = 19;
    private static final int HEAP_MB = 40;
    private static final Terms TERMS = new Terms(1, Duration.ofSeconds(15), Duration.ofMinutes(5));

    @TempDir
    static Path temporary = Path.of("");

    @Test
    void a_file_larger_than_the_heap_is_loaded_to_the_last_row() throws Exception {
        List<String> month = DataFolder.real(FILE, 27_004);
        long bytes = write(month);
        assertThat(bytes).as("bytes of the file, unpacked").isGreaterThan(HEAP_MB << 20);
        try (TestWarehouse warehouse = new TestWarehouse();
                WorkerProcess worker = new WorkerProcess(warehouse.url(), temporary, temporary, TERMS, HEAP_MB)) {
            long load = warehouse.request("flights", "2013-01");
            worker.go();
            await().atMost(Duration.ofMinutes(3))
                    .failFast(() ->
                            assertThat(worker.isAlive()).as(worker::output).isTrue())
                    .until(() -> List.of("done", "failed").contains(warehouse.status(load)));
            String rows = String.valueOf(27_004L * COPIES);
            assertThat(warehouse
                            .rows("SELECT status, attempt, rows_read, rows_loaded, error FROM etl.load")
                            .toString())
                    .isEqualTo("[[done, 1, %s, %s, null]]".formatted(rows, rows));
            assertThat(warehouse.text("SELECT count(*) FROM core.flight")).isEqualTo(rows);
        }
        System.out.printf("A file of %,d bytes was loaded in a heap of %,d%n", bytes, HEAP_MB << 20);
    }

    /** The month again and again, each time with carriers of its own, so that no row is a duplicate. */
    private static long write(List<String> month) throws IOException {
        long bytes = 0;
        List<String> carriers = new ArrayList<>();
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(temporary.resolve(FILE)));
                var out = new BufferedWriter(new OutputStreamWriter(gzip, StandardCharsets.US_ASCII))) {
            out.write(month.get(0) + "\n");
            for (int copy = 0; copy < COPIES; copy++) {
                for (String line : month.subList(1, month.size())) {
                    String row = renamed(line, copy, carriers);
                    out.write(row);
                    bytes += row.length();
                }
            }
        }
        return bytes;
    }

    private static String renamed(String line, int copy, List<String> carriers) {
        String[] fields = line.split(",", -1);
        if (!carriers.contains(fields[CARRIER])) {
            carriers.add(fields[CARRIER]);
        }
        fields[CARRIER] = "" + (char) ('A' + copy) + (char) ('B' + carriers.indexOf(fields[CARRIER]));
        return String.join(",", fields) + "\n";
    }
}
