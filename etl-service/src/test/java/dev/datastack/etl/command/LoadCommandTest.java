package dev.datastack.etl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.warehouse.DataFolder;
import dev.datastack.etl.warehouse.TestWarehouse;
import dev.datastack.etl.worker.OneLoad;
import dev.datastack.etl.worker.TestWorkers;
import dev.datastack.etl.worker.WorkerPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoadCommandTest {

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private TestWarehouse warehouse;

    @SuppressWarnings("NullAway.Init")
    private Typed etl;

    @BeforeEach
    void a_folder_with_two_months_of_weather_and_the_airlines() throws SQLException {
        warehouse = new TestWarehouse();
        warehouse.knowTheAirportsOfNewYork();
        etl = new Typed(warehouse, folder, false);
        DataFolder files = new DataFolder(folder);
        List<String> february = DataFolder.real("weather-2013-02.csv.gz", 300);
        files.write("weather-2013-01.csv.gz", DataFolder.real("weather-2013-01.csv.gz", 100));
        files.write("weather-2013-02.csv.gz", february);
        files.write("weather-draft.csv.gz", february);
        files.write("airlines.csv", DataFolder.real("airlines.csv", 16));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void all_is_what_has_a_file_and_the_marts_hold_it_afterwards() throws SQLException {
        assertThat(etl.run("load", "--all")).isZero();
        assertThat(etl.out())
                .contains(
                        "airlines all: 16 rows read, 0 rejected",
                        "weather 2013-01: 100 rows read, 0 rejected",
                        "weather 2013-02: 300 rows read, 1 rejected",
                        "3 of 3 loads done in",
                        "416 rows read, 1 rejected",
                        "marts: refreshed");
        assertThat(etl.err()).isEmpty();
        assertThat(warehouse.rows("SELECT DISTINCT requested_by, status FROM etl.load"))
                .hasToString("[[command line, done]]");
        assertThat(warehouse.number("SELECT loads FROM mart.refreshed")).isEqualTo(2);
    }

    @Test
    void a_dataset_without_a_period_is_every_month_that_has_a_file() throws SQLException {
        assertThat(etl.run("load", "weather")).isZero();
        assertThat(warehouse.rows("SELECT period FROM etl.load ORDER BY id")).hasToString("[[2013-01], [2013-02]]");
    }

    @Test
    void a_load_that_fails_says_why_and_the_others_are_done() throws SQLException {
        assertThat(etl.run("load", "weather", "2013-02..2013-03")).isEqualTo(1);
        assertThat(etl.err())
                .contains(
                        "weather 2013-03 failed: ",
                        "weather-2013-03.csv.gz is missing",
                        "Not loaded: weather 2013-03.");
        assertThat(etl.out()).contains("1 of 2 loads done");
        assertThat(warehouse.number("SELECT count(*) FROM core.weather")).isEqualTo(299);
    }

    @Test
    void on_a_terminal_one_line_changes() {
        Typed terminal = new Typed(warehouse, folder, true);
        assertThat(terminal.run("load", "weather", "2013-01")).isZero();
        assertThat(terminal.out()).contains("\r\u001b[K[########################] 1/1  100 rows");
        assertThat(terminal.out()).doesNotContain("weather 2013-01: 100 rows read");
    }

    @Test
    void a_running_service_does_it_when_asked_to() {
        WorkerPool service = TestWorkers.on(warehouse, folder);
        service.start();
        try {
            assertThat(etl.run("load", "--by-service", "weather", "2013-01")).isZero();
        } finally {
            service.stop();
        }
        assertThat(etl.out()).contains("1 of 1 loads done");
    }

    @Test
    void where_nobody_works_the_wait_is_explained() throws InterruptedException {
        Thread command = start("load", "--by-service", "weather", "2013-01");
        await().until(() -> etl.err().contains("No worker has taken a load for 15 s."));
        workUntilTheEndOf(command);
        assertThat(etl.out()).contains("1 of 1 loads done");
    }

    @Test
    void where_a_session_is_waited_for_nobody_is_called_for() throws Exception {
        warehouse.request("weather", "2013-01");
        warehouse.execute("UPDATE etl.load SET waits_for = 'pgadmin (pid 7)'");
        Thread command = start("load", "--by-service", "weather", "2013-01");
        await().until(() -> etl.err().contains("waits for pgadmin (pid 7)"));
        await().during(Duration.ofMillis(500)).until(() -> !etl.err().contains("No worker has taken"));
        workUntilTheEndOf(command);
    }

    @Test
    void a_period_that_is_being_loaded_is_loaded_after_it() throws Exception {
        long other = warehouse.request("airlines", "all");
        // Not of the pool: a session that is left dead is ended by the next who claims.
        try (Connection connection = warehouse.connectAs("etl")) {
            assertThat(OneLoad.ledger().claim(connection, "another worker")).isPresent();
        }
        Thread command = start("load", "--by-service", "airlines");
        String told = "airlines all is being loaded already (load " + other + ", by another worker)";
        await().until(() -> etl.out().contains(told));
        // That worker is dead: its lease runs out, and its load is done before ours.
        warehouse.execute("UPDATE etl.load SET lease_until = clock_timestamp() WHERE id = " + other);
        workUntilTheEndOf(command);
        assertThat(warehouse.rows("SELECT status FROM etl.load ORDER BY id")).hasToString("[[done], [done]]");
    }

    @Test
    void stopped_from_outside_it_says_what_becomes_of_the_rest() {
        etl.stopsAtTheFirstPause();
        assertThat(etl.run("load", "--by-service", "weather")).isEqualTo(1);
        assertThat(etl.err())
                .isEqualToIgnoringNewLines(
                        "etl-service: stopped. What is not loaded yet stays requested, for the next worker that comes.");
    }

    private Thread start(String... arguments) {
        Thread command = new Thread(() -> etl.run(arguments));
        command.start();
        return command;
    }

    private void workUntilTheEndOf(Thread command) throws InterruptedException {
        WorkerPool workers = TestWorkers.on(warehouse, folder);
        workers.start();
        command.join();
        workers.stop();
    }
}
