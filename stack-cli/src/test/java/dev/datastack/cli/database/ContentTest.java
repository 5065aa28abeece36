package dev.datastack.cli.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContentTest {
    private static final Content DUMPED = content("table|core.flight|3|-17", "sequence|etl.load_id_seq|4|f");

    private static Content content(String... lines) {
        return Content.parse(List.of(lines));
    }

    @Test
    void warnings_between_the_lines_are_passed_over() {
        assertThat(content("WARNING: something|else", "table|core.flight|3|-17", "")
                        .items())
                .hasSize(1);
    }

    @Test
    void an_equal_copy_has_no_differences_whatever_the_order() {
        assertThat(DUMPED.differences(content("sequence|etl.load_id_seq|4|f", "table|core.flight|3|-17")))
                .isEmpty();
    }

    @Test
    void rows_checksums_and_tables_are_compared() {
        var copy = content("table|core.flight|3|-18", "table|core.plane|0|0");
        assertThat(DUMPED.differences(copy))
                .containsExactly(
                        "table core.flight has 3 rows, checksum -18 instead of 3 rows, checksum -17",
                        "sequence etl.load_id_seq is missing",
                        "table core.plane is not in the backup");
    }

    @Test
    void a_sequence_may_be_further_on_but_not_behind() {
        var given = content("sequence|s|4|t");
        assertThat(given.differences(content("sequence|s|5|f"))).isEmpty();
        assertThat(content("sequence|s|4|f").differences(given)).isEmpty();
        assertThat(given.differences(content("sequence|s|4|f"))).hasSize(1);
        assertThat(given.differences(content("sequence|s|3|t"))).hasSize(1);
    }

    @Test
    void a_materialized_view_is_compared_by_its_name_even_with_a_backup_that_counts_its_rows() {
        var copy = content("matview|public.top|0|0");
        assertThat(copy.differences(copy)).isEmpty();
        assertThat(content("table|public.top|7|12").differences(copy)).isEmpty();
        assertThat(copy.differences(content())).containsExactly("matview public.top is missing");
        assertThat(copy.text()).isEqualTo("0 rows in 0 tables");
    }

    @Test
    void functions_of_extensions_are_passed_over_even_in_a_backup_that_counts_them() {
        var copy = content("definition|own routines|2|5", "definition|grants|1|1");
        assertThat(content("definition|routines|30|7", "definition|grants|1|1").differences(copy))
                .isEmpty();
        assertThat(content("definition|own routines|2|6", "definition|grants|1|1")
                        .differences(copy))
                .hasSize(1);
    }

    @Test
    void rows_are_those_of_tables() {
        assertThat(DUMPED.text()).isEqualTo("3 rows in 1 tables");
        assertThat(DUMPED.rows("core.")).isEqualTo(3);
        assertThat(DUMPED.rows("etl.")).isZero();
    }
}
