package dev.datastack.etl.damage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.etl.warehouse.DataFolder;
import dev.datastack.etl.warehouse.LongRun;
import dev.datastack.etl.warehouse.RealFiles;
import dev.datastack.etl.warehouse.TestWarehouse;
import dev.datastack.etl.worker.OneLoad;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pieces of the real files, each damaged in one way, loaded over what was there before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class DamagedFilesTest {

    private static final int FILES_A_SEED = 104;

    private record Kind(String dataset, String period, String file, String table) {
        List<String> lines() {
            return DataFolder.lines(RealFiles.folder().resolve(file));
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("flights", "2013-01", "flights-2013-01.csv.gz", "core.flight"),
            new Kind("weather", "2013-01", "weather-2013-01.csv.gz", "core.weather"),
            new Kind("planes", "all", "planes.csv", "core.plane WHERE NOT inferred"),
            new Kind("airports", "all", "airports.csv", "core.airport WHERE NOT inferred"),
            new Kind("airlines", "all", "airlines.csv", "core.airline WHERE NOT inferred"));

    @TempDir
    static Path folder = Path.of("");

    private final TestWarehouse warehouse;
    private final Map<String, Integer> ends = new TreeMap<>();

    DamagedFilesTest() throws SQLException {
        warehouse = new TestWarehouse();
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    static Stream<Long> seeds() {
        return LongRun.seeds(3, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_load_is_done_with_every_row_accounted_for_or_fails_and_changes_nothing(long seed) throws SQLException {
        Random random = new Random(seed);
        for (int i = 0; i < FILES_A_SEED; i++) {
            Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            FileDamage damage = FileDamage.any(random);
            List<String> lines = kind.lines();
            int rows = Math.min(lines.size() - 1, 40 + random.nextInt(40));
            int from = 1 + random.nextInt(lines.size() - rows);
            List<String> some = new ArrayList<>(List.of(lines.get(0)));
            some.addAll(lines.subList(from, from + rows));
            byte[] file = damage.to(String.join("\n", some) + "\n", kind.file().endsWith(".gz"), random);
            new DataFolder(folder).writeAsIs(kind.file(), file);
            // A piece of the airports' file has mostly others.
            warehouse.knowTheAirportsOfNewYork();
            assertWellEnded(kind, damage);
        }
        System.out.printf("Damaged files so far, by how their loads ended: %s%n", ends);
    }

    private void assertWellEnded(Kind kind, FileDamage damage) throws SQLException {
        List<@Nullable String> before = content(kind);
        long load = OneLoad.run(warehouse, folder, kind.dataset(), kind.period());
        List<@Nullable String> ended = warehouse
                .rows("SELECT status, file, error, rows_read, rows_loaded, rows_rejected, lease_until FROM etl.load"
                        + " WHERE id = " + load)
                .get(0);
        String status = String.valueOf(ended.get(0));
        assertThat(ended.get(1)).isEqualTo(kind.file());
        assertThat(ended.get(6)).isNull();
        if (status.equals("done")) {
            assertAccountedFor(kind, damage, load, ended);
        } else {
            assertThat(status).as("%s %s", damage, ended).isEqualTo("failed");
            assertThat(ended.get(2)).as("%s", damage).contains(kind.file()).contains("request the load again");
            assertThat(content(kind)).as("%s left all as it was", damage).isEqualTo(before);
        }
        ends.merge(status, 1, Integer::sum);
    }

    private void assertAccountedFor(Kind kind, FileDamage damage, long load, List<@Nullable String> ended)
            throws SQLException {
        long read = Long.parseLong(String.valueOf(ended.get(3)));
        long loaded = warehouse.number("SELECT count(*) FROM " + kind.table());
        long rejected = warehouse.number("SELECT count(*) FROM etl.reject WHERE load_id = " + load);
        assertThat(ended.subList(4, 6)).as("%s", damage).containsExactly("" + loaded, "" + rejected);
        assertThat(read).as("%s", damage).isEqualTo(loaded + rejected);
    }

    private List<@Nullable String> content(Kind kind) throws SQLException {
        return warehouse
                .rows("SELECT count(*), md5(string_agg(t::text, ' ' ORDER BY t::text)) FROM (SELECT * FROM "
                        + kind.table() + ") AS t")
                .get(0);
    }
}
