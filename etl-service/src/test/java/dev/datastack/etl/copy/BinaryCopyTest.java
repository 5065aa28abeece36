package dev.datastack.etl.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.etl.warehouse.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BinaryCopyTest {

    private static final List<String> COLUMNS = List.of("s", "i", "b", "d", "t", "day", "moment");

    private final TestWarehouse warehouse;

    BinaryCopyTest() throws SQLException {
        warehouse = new TestWarehouse();
    }

    @BeforeEach
    void create() throws SQLException {
        warehouse.execute(
                "CREATE TABLE core.sample (s smallint, i integer, b bigint, d double precision, t text, day date, moment timestamptz)");
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void every_type_arrives_as_it_was_sent() throws SQLException {
        try (Connection connection = warehouse.pool().getConnection();
                BinaryCopy copy = BinaryCopy.into(connection, "core.sample", COLUMNS)) {
            copy.row();
            copy.smallint(-32_000);
            copy.integer(-2_000_000_000);
            copy.bigint(9_000_000_000_000L);
            copy.decimal(10.357019999999999);
            copy.text("Zoë, \"quoted\"\n…");
            copy.day(LocalDate.of(1999, 12, 31).toEpochDay());
            copy.moment(Instant.parse("1999-12-31T23:59:59Z").getEpochSecond());
            copy.row();
            COLUMNS.forEach(column -> copy.missing());
            assertThat(copy.finish()).isEqualTo(2);
        }
        assertThat(warehouse.rows("SELECT s, i, b, d, t, day, moment AT TIME ZONE 'UTC' FROM core.sample"))
                .containsExactly(
                        List.of(
                                "-32000",
                                "-2000000000",
                                "9000000000000",
                                "10.357019999999999",
                                "Zoë, \"quoted\"\n…",
                                "1999-12-31",
                                "1999-12-31 23:59:59"),
                        Arrays.asList(null, null, null, null, null, null, null));
    }

    @Test
    void a_text_may_be_longer_than_the_buffer() throws SQLException {
        String text = "x".repeat(1_000_000);
        try (Connection connection = warehouse.pool().getConnection();
                BinaryCopy copy = BinaryCopy.into(connection, "core.sample", List.of("t"))) {
            for (int i = 0; i < 3; i++) {
                copy.row();
                copy.text(text);
            }
            assertThat(copy.finish()).isEqualTo(3);
        }
        assertThat(warehouse.rows("SELECT sum(length(t)) FROM core.sample")).containsExactly(List.of("3000000"));
    }

    @Test
    void closed_before_its_end_it_leaves_nothing_and_the_connection_usable() throws SQLException {
        try (Connection connection = warehouse.pool().getConnection()) {
            try (BinaryCopy copy = BinaryCopy.into(connection, "core.sample", List.of("i"))) {
                copy.row();
                copy.integer(1);
            }
            assertThat(connection.createStatement().executeQuery("SELECT 1").next())
                    .isTrue();
        }
        assertThat(warehouse.number("SELECT count(*) FROM core.sample")).isZero();
    }
}
