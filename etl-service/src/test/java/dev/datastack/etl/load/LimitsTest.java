package dev.datastack.etl.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.etl.warehouse.DataFolder;
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

/** A file of which too much would have to be kept ends its load, with the reason, before it ends the worker. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsTest {

    private static final String FILE = "flights-2013-01.csv.gz";
    private static final int ROWS = 27_000;
    private static final int TAIL_NUMBER = 11;

    @TempDir
    Path folder = Path.of("");

    private final TestWarehouse warehouse;

    LimitsTest() throws SQLException {
        warehouse = new TestWarehouse();
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void a_plane_for_each_row_is_inferred_whether_they_fit_into_one_array_or_not() throws SQLException {
        long id = load(aPlaneForEachRow(), 16 << 20);
        assertThat(warehouse
                        .rows("SELECT status, error FROM etl.load WHERE id = " + id)
                        .toString())
                .isEqualTo("[[done, null]]");
        assertThat(warehouse.number("SELECT count(*) FROM core.plane WHERE inferred AND tailnum LIKE 'T%'"))
                .isEqualTo(ROWS)
                .isGreaterThan(Members.MOST_IN_ARRAY);
    }

    @Test
    void more_keys_than_memory_end_the_load_and_say_how_much_there_is() throws SQLException {
        long id = load(aPlaneForEachRow(), 1 << 20);
        assertThat(warehouse.status(id)).isEqualTo("failed");
        assertThat(warehouse.text("SELECT error FROM etl.load WHERE id = " + id))
                .contains(FILE, "need more than the 1 MB of memory that a load has", "ETL_WORKERS");
        assertThat(warehouse.number("SELECT count(*) FROM core.flight")).isZero();
    }

    @Test
    void long_rejects_end_the_load_before_there_are_ten_thousand_of_them_and_are_kept() throws SQLException {
        List<String> lines = new ArrayList<>(DataFolder.real(FILE, 0));
        for (int i = 0; i < Intake.MOST_REJECTS; i++) {
            lines.add("x".repeat(5_000));
        }
        long id = load(lines, 8 << 20);
        assertThat(warehouse.status(id)).isEqualTo("failed");
        long kept = warehouse.number("SELECT count(*) FROM etl.reject WHERE load_id = " + id);
        assertThat(kept).isPositive().isLessThan(1_000);
        assertThat(warehouse.text("SELECT error FROM etl.load WHERE id = " + id))
                .contains(FILE, kept + " of the first " + kept + " rows were rejected", "they take 2 MB");
    }

    private long load(List<String> lines, long memory) throws SQLException {
        new DataFolder(folder).write(FILE, lines);
        return OneLoad.run(warehouse, folder, "flights", "2013-01", new LoadLimits(1, memory));
    }

    private static List<String> aPlaneForEachRow() {
        List<String> lines = new ArrayList<>(DataFolder.real(FILE, ROWS));
        for (int i = 1; i < lines.size(); i++) {
            String[] fields = lines.get(i).split(",", -1);
            fields[TAIL_NUMBER] = "T" + i;
            lines.set(i, String.join(",", fields));
        }
        return lines;
    }
}
