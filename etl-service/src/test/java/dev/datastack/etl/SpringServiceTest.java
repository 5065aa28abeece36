package dev.datastack.etl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.etl.command.Commands;
import dev.datastack.etl.command.Terminal;
import dev.datastack.etl.warehouse.RealFiles;
import dev.datastack.etl.warehouse.TestWarehouse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Commands with the service's own settings. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpringServiceTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String url, String... arguments) {
        SpringService service = new SpringService(
                url, new AtomicBoolean(), "--spring.datasource.url=" + url, "--etl.data-dir=" + RealFiles.folder());
        Terminal terminal = new Terminal(
                new PrintWriter(out), new PrintWriter(err), false, System::nanoTime, pause -> Thread.sleep(10));
        return Commands.run(service, terminal, arguments);
    }

    @Test
    void a_month_is_loaded_by_this_process_and_status_shows_it() throws SQLException {
        try (TestWarehouse warehouse = new TestWarehouse()) {
            warehouse.knowTheAirportsOfNewYork();
            assertThat(run(warehouse.url(), "load", "weather", "2013-02"))
                    .as(err.toString())
                    .isZero();
            assertThat(run(warehouse.url(), "status")).isZero();
            assertThat(run(warehouse.url(), "rejects")).isZero();
        }
        assertThat(out.toString()).contains("2,010 rows read, 1 rejected", "2010  2009    1", "column wind_speed");
    }

    @Test
    void a_warehouse_of_another_version_is_refused_with_the_way_out() throws SQLException {
        try (TestWarehouse warehouse = new TestWarehouse()) {
            warehouse.execute("UPDATE etl.flyway_schema_history SET checksum = checksum + 1 WHERE version = '4'");
            assertThat(run(warehouse.url(), "load", "airlines")).isEqualTo(1);
        }
        assertThat(err.toString())
                .contains("made by another version of the project", "next:  go back to that version")
                .doesNotContain("unexpected");
    }

    @Test
    void a_database_that_is_not_there_is_named_with_a_way_out() {
        String url = "jdbc:postgresql://127.0.0.1:1/warehouse";
        assertThat(run(url, "load", "weather", "2013-02")).isEqualTo(1);
        assertThat(run(url, "status")).isEqualTo(1);
        assertThat(err.toString())
                .contains("The database could not be used: Connection to 127.0.0.1:1 refused", "tried: " + url)
                .contains("next:  start PostgreSQL, or name a running one: SPRING_DATASOURCE_URL=");
    }
}
