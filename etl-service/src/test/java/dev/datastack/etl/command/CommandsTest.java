package dev.datastack.etl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.etl.warehouse.DataFolder;
import dev.datastack.etl.warehouse.TestWarehouse;
import dev.datastack.etl.worker.OneLoad;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandsTest {

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private TestWarehouse warehouse;

    @SuppressWarnings("NullAway.Init")
    private Typed etl;

    @BeforeEach
    void open() throws SQLException {
        warehouse = new TestWarehouse();
        etl = new Typed(warehouse, folder, false);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void without_a_word_or_with_worker_it_is_the_service() {
        assertThat(Commands.isService()).isTrue();
        assertThat(Commands.isService("worker")).isTrue();
        assertThat(Commands.isService("load", "--all")).isFalse();
        etl.run("worker");
        assertThat(etl.out()).isEqualTo("serves");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "load nonsense | There is no dataset \"nonsense\". Known: airlines, airports, planes, timezones, flights, weather.",
                "load flights 2013-13 | \"2013-13\" is no period of this dataset: write a month as 2013-01.",
                "load flights 2013-05..2013-02 | 2013-02 is before 2013-05.",
                "load airlines 2013-01 | its only period is \"all\"",
                "load | name a dataset, or say --all",
                "load flights --all | --all and a dataset were given.",
                "rejects nonsense | There is no dataset \"nonsense\"",
                "wroker | Did you mean: etl-service worker?",
            })
    void wrong_usage_is_explained_before_any_database_is_asked(String typed, String told) throws SQLException {
        assertThat(etl.run(typed.split(" "))).isEqualTo(2);
        assertThat(etl.err()).contains(told);
        assertThat(warehouse.number("SELECT count(*) FROM etl.load")).isZero();
    }

    @Test
    void a_folder_without_files_is_named() {
        assertThat(etl.run("load", "--all")).isEqualTo(1);
        assertThat(etl.err())
                .contains("There is no file of any dataset in " + folder, "ETL_DATA_DIR", "'git checkout -- data'");
    }

    @Test
    void status_shows_the_newest_load_of_each_period_and_says_no_when_it_failed() throws SQLException {
        assertThat(etl.run("status")).isZero();
        assertThat(etl.out()).contains("The ledger is empty");
        OneLoad.run(warehouse, folder, "airlines", "all");
        assertThat(etl.run("status")).isEqualTo(1);
        new DataFolder(folder).write("airlines.csv", DataFolder.real("airlines.csv", 16));
        OneLoad.run(warehouse, folder, "airlines", "all");
        assertThat(etl.run("status", "--json")).isZero();
        assertThat(etl.out())
                .contains("ID  DATASET   PERIOD  STATUS", "airlines.csv is missing")
                .contains(
                        "\"dataset\":\"airlines\",\"period\":\"all\",\"status\":\"done\"", "\"read\":16,\"loaded\":16");
        Typed again = new Typed(warehouse, folder, false);
        again.run("status", "--history");
        assertThat(again.out().lines()).hasSize(3);
    }

    @Test
    void rejects_are_those_of_the_newest_load() throws SQLException {
        warehouse.knowTheAirportsOfNewYork();
        DataFolder files = new DataFolder(folder);
        List<String> lines = DataFolder.real("weather-2013-02.csv.gz", 300);
        files.write("weather-2013-02.csv.gz", lines);
        OneLoad.run(warehouse, folder, "weather", "2013-02");
        assertThat(etl.run("rejects")).isZero();
        String reason = "out-of-range: 1048.36058 is not in 0.0 to 253.0";
        assertThat(etl.out())
                .contains("weather-2013-02.csv.gz line 269, column wind_speed: " + reason)
                .contains("    " + lines.get(268));
        assertThat(etl.run("rejects", "weather", "2013-02", "--json")).isZero();
        assertThat(etl.out()).contains("\"line\":269,\"column\":\"wind_speed\",\"reason\":\"" + reason + "\"");

        files.write("weather-2013-02.csv.gz", lines.subList(0, 200));
        OneLoad.run(warehouse, folder, "weather", "2013-02");
        Typed again = new Typed(warehouse, folder, false);
        assertThat(again.run("rejects")).isZero();
        assertThat(again.out()).contains("No row was rejected.");
    }

    @Test
    void a_database_without_a_ledger_says_what_makes_one() throws SQLException {
        warehouse.execute("DROP TABLE etl.load CASCADE");
        assertThat(etl.run("status")).isEqualTo(1);
        assertThat(etl.err()).contains("no ledger yet", "tried: " + warehouse.url(), "'load' or 'worker'");
    }

    @Test
    void every_command_has_help_with_its_exit_codes_or_examples() {
        for (String command : List.of("load", "status", "rejects", "worker")) {
            assertThat(etl.run(command, "--help")).isZero();
        }
        assertThat(etl.run("--help")).isZero();
        assertThat(etl.out()).contains("load flights 2013-01", "Exit codes: 0 well", "rejects weather 2013-02");
    }
}
