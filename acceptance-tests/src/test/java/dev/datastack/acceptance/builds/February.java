package dev.datastack.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Rows;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The proof that an image of the ETL service works: healthy, confined, and the shortest month is in the warehouse. */
final class February {
    private February() {}

    static void isLoadedBy(Image service, Image postgres) throws SQLException, IOException, InterruptedException {
        try (var warehouse = TestWarehouse.start(postgres.name());
                var container = warehouse.service(service.name())) {
            assertThat(container.isHealthy()).isTrue();
            assertThat(container.execInContainer("id", "-u").getStdout().strip())
                    .isEqualTo("10001");
            var load = warehouse.load("flights", "2013-02");
            assertThat(load.status())
                    .as("%s%n%s", load.error(), container.getLogs())
                    .isEqualTo("done");
            assertThat(load.rows()).isEqualTo(rowsOfTheFile());
        }
    }

    /** DuckDB counts for itself. */
    static Object rowsOfTheFile() throws SQLException {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            var file = Repository.root().resolve("data/nycflights13/flights-2013-02.csv.gz");
            return Rows.of(duckdb, "SELECT count(*) FROM read_csv('" + file + "', nullstr = 'NA')")
                    .get(0)
                    .get(0);
        }
    }
}
