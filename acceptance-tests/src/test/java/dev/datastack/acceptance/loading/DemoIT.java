package dev.datastack.acceptance.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./stack demo} as the first thing in a fresh clone, on a machine without Docker. */
class DemoIT {
    private static final String PUNCTUALITY = """
            SELECT carrier, string_agg(CAST(round(100.0 * on_time / arrived) AS integer), ' ' ORDER BY month)
              FROM (SELECT carrier, month, count(arr_delay) AS arrived, count(*) FILTER (WHERE arr_delay < 15) AS on_time
                      FROM core.flight GROUP BY carrier, month)
             WHERE arrived > 0
             GROUP BY carrier ORDER BY carrier
            """;

    private static final String CANCELLED = """
            SELECT monthname(make_date(2013, month, 1)), flights, cancelled, printf('%.1f %%', 100.0 * cancelled / flights)
              FROM (SELECT month, count(*) AS flights, count(*) FILTER (WHERE dep_time IS NULL) AS cancelled
                      FROM core.flight GROUP BY month)
             ORDER BY month
            """;

    private static final String WEATHER = """
            SELECT precipitation, count(*), count(dep_time), round(avg(dep_delay), 2), count(*) FILTER (WHERE dep_time IS NULL)
              FROM (SELECT CASE WHEN w.origin IS NULL THEN 'unknown' WHEN w.precip = 0 THEN 'none'
                                WHEN w.precip < 0.1 THEN 'light' ELSE 'heavy' END AS precipitation, f.dep_time, f.dep_delay
                      FROM core.flight f LEFT JOIN core.weather w ON w.origin = f.origin AND w.time_hour = f.time_hour)
             GROUP BY precipitation ORDER BY list_position(['none', 'light', 'heavy', 'unknown'], precipitation)
            """;

    @TempDir
    private static Path machine;

    @Test
    void a_fresh_clone_without_docker_ends_with_a_report_that_says_what_the_files_say()
            throws IOException, SQLException {
        var clone = FreshClone.on(machine);
        assertThat(clone.shell().run("sh", "-c", "command -v docker").well()).isFalse();

        var finished = clone.shell().run("./stack", "demo");
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        assertThat(finished.outText())
                .contains("28 of 28 loads done", "368,105 rows read, 1 rejected", "target/demo/report.html")
                .contains("The database is stopped and deleted");
        nothingIsLeft();

        var report = DemoReport.read(clone.folder().resolve("target/demo/report.html"));
        try (var files = Files2013.open()) {
            assertThat(report.heatMap()).isEqualTo(files.rows(PUNCTUALITY));
            assertThat(report.numbersOf("cancelled")).isEqualTo(files.rows(CANCELLED));
            assertThat(report.numbersOf("weather")).isEqualTo(files.rows(WEATHER));
        }
        assertThat(report.marked()).containsExactly("1048.36058");
    }

    private static void nothingIsLeft() throws IOException {
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.contains(machine.toString())))
                .isEmpty();
        try (var files = Files.walk(machine.resolve("tmp"))) {
            assertThat(files.filter(file -> file.endsWith("PG_VERSION") || file.endsWith("server.log")))
                    .isEmpty();
        }
    }
}
