package dev.datastack.etl.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.etl.dataset.Datasets;
import dev.datastack.etl.warehouse.DataFolder;
import dev.datastack.etl.warehouse.RealFiles;
import dev.datastack.etl.warehouse.TestWarehouse;
import dev.datastack.etl.worker.OneLoad;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weather names a known airport, or is rejected. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownMembersTest {

    private static final String JANUARY = "weather-2013-01.csv.gz";
    private static final int ROWS = 200;

    @TempDir
    Path folder = Path.of("");

    private final TestWarehouse warehouse;

    KnownMembersTest() throws SQLException {
        warehouse = new TestWarehouse();
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void weather_of_no_airport_goes_to_quarantine_with_the_column_and_is_not_inferred() throws SQLException {
        OneLoad.run(warehouse, RealFiles.folder(), "airports", "all");
        List<String> lines = weather();
        lines.set(7, lines.get(7).replaceFirst("EWR", "QQQ"));
        lines.set(9, lines.get(9).replaceFirst("EWR", "ZZZ"));
        long load = load(lines);
        assertThat(warehouse.rows("SELECT status, rows_loaded, rows_rejected FROM etl.load WHERE id = " + load))
                .containsExactly(List.of("done", "198", "2"));
        assertThat(warehouse.rows("SELECT line, raw, column_name, reason FROM etl.reject ORDER BY line"))
                .containsExactly(
                        List.of(
                                "8",
                                lines.get(7),
                                "origin",
                                "unknown-member: \"QQQ\" is no faa of core.airport that its file names"),
                        List.of(
                                "10",
                                lines.get(9),
                                "origin",
                                "unknown-member: \"ZZZ\" is no faa of core.airport that its file names"));
        assertThat(warehouse.number("SELECT count(*) FROM core.airport WHERE inferred"))
                .isZero();
    }

    @Test
    void an_airport_that_only_flights_name_is_not_known() throws SQLException {
        warehouse.knowTheAirportsOfNewYork();
        List<String> lines = weather();
        lines.set(7, lines.get(7).replaceFirst("EWR", "SJU"));
        String flights = "flights-2013-01.csv.gz";
        new DataFolder(folder).write(flights, DataFolder.real(flights, 2_000));
        OneLoad.run(warehouse, folder, "flights", "2013-01");
        assertThat(warehouse.text("SELECT inferred FROM core.airport WHERE faa = 'SJU'"))
                .isEqualTo("t");
        long load = load(lines);
        assertThat(warehouse.rows(
                        "SELECT column_name, split_part(reason, ':', 1) FROM etl.reject WHERE load_id = " + load))
                .containsExactly(List.of("origin", "unknown-member"));
    }

    @Test
    void before_the_airports_were_ever_loaded_the_load_fails_and_says_what_to_load_first() throws SQLException {
        long load = load(weather());
        assertThat(warehouse.status(load)).isEqualTo("failed");
        assertThat(warehouse.text("SELECT error FROM etl.load WHERE id = " + load))
                .isEqualTo(
                        JANUARY + ": Each row must name a known member of core.airport in its column origin, and that"
                                + " table has none yet; nothing was loaded. Load airports first, then request the load again.");
        assertThat(warehouse.number("SELECT count(*) FROM etl.reject")).isZero();
    }

    @Test
    void weather_waits_for_airports_that_were_requested_before_it_and_for_no_others() throws SQLException {
        DataFolder data = new DataFolder(folder);
        data.write("airports.csv", DataFolder.real("airports.csv", 1_458));
        data.write("planes.csv", DataFolder.real("planes.csv", 10));
        data.write(JANUARY, weather());
        warehouse.request("airports", "all");
        warehouse.execute("UPDATE etl.load SET not_before = 'infinity'");
        long weather = warehouse.request("weather", "2013-01");
        warehouse.request("planes", "all");
        assertThat(OneLoad.next(warehouse, folder).orElseThrow().dataset()).isEqualTo("planes");
        assertThat(OneLoad.next(warehouse, folder)).isEmpty();

        warehouse.execute("UPDATE etl.load SET not_before = '-infinity'");
        assertThat(OneLoad.next(warehouse, folder).orElseThrow().dataset()).isEqualTo("airports");
        warehouse.request("airports", "all");
        assertThat(OneLoad.next(warehouse, folder).orElseThrow().dataset()).isEqualTo("weather");
        assertThat(warehouse.status(weather)).isEqualTo("done");
    }

    @Test
    void the_ledger_knows_which_datasets_need_which() throws SQLException {
        assertThat(warehouse.rows("SELECT name, needs FROM etl.dataset WHERE needs <> '{}'"))
                .containsExactly(List.of("weather", "{airports}"));
        assertThat(Datasets.declared().neededBy(Datasets.declared().named("flights")))
                .as("a flight of an unknown plane is still a flight")
                .isEmpty();
    }

    private static List<String> weather() {
        return new ArrayList<>(DataFolder.real(JANUARY, ROWS));
    }

    private long load(List<String> lines) throws SQLException {
        new DataFolder(folder).write(JANUARY, lines);
        return OneLoad.run(warehouse, folder, "weather", "2013-01");
    }
}
