package dev.datastack.etl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.warehouse.DuckDb;
import dev.datastack.etl.warehouse.RealFiles;
import dev.datastack.etl.warehouse.TestWarehouse;
import dev.datastack.etl.worker.TestWorkers;
import dev.datastack.etl.worker.WorkerPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The example of docs/adding-a-dataset.md. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeZonesTest {

    private static final Path REPOSITORY = RealFiles.folder().resolve("../..");
    private static final Pattern CODE = Pattern.compile("```(?:java|sql)\n(.*?)```", Pattern.DOTALL);

    @Test
    void airports_infer_the_zones_that_they_name_and_the_file_promotes_all_but_the_one_it_lacks() throws SQLException {
        try (TestWarehouse warehouse = new TestWarehouse();
                DuckDb duck = new DuckDb()) {
            String zones = "SELECT tzone FROM core.time_zone WHERE inferred ORDER BY tzone";
            WorkerPool workers = TestWorkers.on(warehouse, RealFiles.folder());
            workers.start();
            load(warehouse, "airports");
            assertThat(warehouse.rows(zones))
                    .isEqualTo(duck.rows("SELECT DISTINCT tzone FROM airports WHERE tzone IS NOT NULL ORDER BY tzone"));
            load(warehouse, "timezones");
            workers.stop();
            assertThat(warehouse.rows(zones)).isEqualTo(List.of(List.of("Asia/Chongqing")));
            assertThat(warehouse.rows("SELECT tzone, country, coordinates, comments FROM core.time_zone"
                            + " WHERE NOT inferred ORDER BY tzone COLLATE \"C\""))
                    .isEqualTo(duck.rows("SELECT * FROM timezones ORDER BY tzone"))
                    .hasSize(418);
        }
    }

    @Test
    void what_the_page_shows_is_what_the_sources_say() throws IOException {
        String sources = read("etl-service/src/main/java/dev/datastack/etl/dataset/TimeZones.java")
                + read("etl-service/src/main/java/dev/datastack/etl/dataset/Airports.java")
                + read("etl-service/src/main/java/dev/datastack/etl/dataset/Datasets.java")
                + read("etl-service/src/main/resources/db/migration/core/V3__reference.sql");
        List<String> blocks = CODE.matcher(read("docs/adding-a-dataset.md"))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(block -> assertThat(sources).contains(block));
    }

    private static void load(TestWarehouse warehouse, String dataset) throws SQLException {
        long load = warehouse.request(dataset, "all");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> warehouse.status(load).matches("done|failed"));
        assertThat(warehouse.text("SELECT coalesce(error, status) FROM etl.load WHERE id = " + load))
                .isEqualTo("done");
    }

    private static String read(String file) throws IOException {
        return Files.readString(REPOSITORY.resolve(file));
    }
}
