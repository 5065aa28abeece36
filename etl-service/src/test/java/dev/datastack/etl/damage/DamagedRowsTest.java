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
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

/** Real months of flights in which every other row is damaged, loaded, and judged by DuckDB besides. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class DamagedRowsTest {

    private static final int ROWS = 2_200;
    private static final List<String> MONTHS = List.of("2013-01", "2013-02", "2013-12");

    /** Then the line as a whole is at fault. All other reasons name a column. */
    private static final Set<String> OF_THE_LINE = Set.of("columns", "quote", "encoding", "too-long");

    private static final String LOADED = """
            SELECT concat_ws('|', year, month, day, coalesce(dep_time::text, 'NA'), sched_dep_time,
                   coalesce(dep_delay::text, 'NA'), coalesce(arr_time::text, 'NA'), sched_arr_time,
                   coalesce(arr_delay::text, 'NA'), carrier, flight, coalesce(tailnum, 'NA'), origin, dest,
                   coalesce(air_time::text, 'NA'), distance, hour, minute,
                   to_char(time_hour AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
              FROM core.flight WHERE to_char(flight_date, 'YYYY-MM') = '%s'
            """;

    @TempDir
    static Path folder = Path.of("");

    private final TestWarehouse warehouse;
    private final FlightsJudge judge;
    private int damaged;
    private int files;
    private long rejected;

    DamagedRowsTest() throws SQLException {
        warehouse = new TestWarehouse();
        judge = new FlightsJudge();
    }

    @AfterAll
    void close() throws SQLException {
        warehouse.close();
        judge.close();
    }

    static Stream<Long> seeds() {
        return LongRun.seeds(4, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_loaded_and_what_is_rejected_is_what_another_reader_says(long seed) throws SQLException {
        Random random = new Random(seed);
        String month = MONTHS.get(random.nextInt(MONTHS.size()));
        byte[] file = damaged(month, random);
        new DataFolder(folder).write("flights-" + month + ".csv.gz", file);
        long load = OneLoad.run(warehouse, folder, "flights", month, 1.0);

        List<OtherOpinion.Numbered> lines = OtherOpinion.lines(file);
        List<FlightsJudge.Good> good = judge.judge(lines, month);
        Set<Long> bad =
                lines.stream().map(OtherOpinion.Numbered::number).collect(Collectors.toCollection(TreeSet::new));
        good.forEach(row -> bad.remove(row.line()));

        assertThat(texts("SELECT line FROM etl.reject WHERE load_id = " + load + " ORDER BY line"))
                .containsExactlyElementsOf(bad.stream().map(String::valueOf).toList());
        assertThat(texts(LOADED.formatted(month)))
                .containsExactlyInAnyOrderElementsOf(
                        good.stream().map(FlightsJudge.Good::values).toList());
        assertThat(warehouse.rows(
                        "SELECT status, rows_read, rows_loaded, rows_rejected FROM etl.load WHERE id = " + load))
                .containsExactly(List.of("done", "" + lines.size(), "" + good.size(), "" + bad.size()));
        assertReasonsNameTheirColumn(load);
        rejected += bad.size();
        System.out.printf("Damaged rows so far: %,d in %d files, %,d rejected%n", damaged, files, rejected);
    }

    private void assertReasonsNameTheirColumn(long load) throws SQLException {
        assertThat(warehouse.rows("SELECT DISTINCT split_part(reason, ':', 1), column_name FROM etl.reject"
                        + " WHERE load_id = " + load))
                .allSatisfy(row -> assertThat(row.get(1) == null)
                        .as("%s", row)
                        .isEqualTo(OF_THE_LINE.contains(String.valueOf(row.get(0)))));
    }

    private byte[] damaged(String month, Random random) {
        List<String> real = DataFolder.lines(RealFiles.folder().resolve("flights-" + month + ".csv.gz"));
        int from = 1 + random.nextInt(real.size() - ROWS - 1);
        List<String> lines = new ArrayList<>(List.of(real.get(0)));
        for (String row : real.subList(from, from + ROWS)) {
            boolean hit = random.nextBoolean();
            lines.add(hit ? RowDamage.any(random).to(new Bytes(row), random).text() : row);
            damaged += hit ? 1 : 0;
        }
        files++;
        return new Bytes(String.join("\n", lines) + "\n").toArray();
    }

    private List<@Nullable String> texts(String sql) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>();
        warehouse.rows(sql).forEach(row -> texts.add(row.get(0)));
        return texts;
    }
}
