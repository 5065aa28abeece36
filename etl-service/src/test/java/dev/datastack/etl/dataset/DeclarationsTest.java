package dev.datastack.etl.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.datastack.etl.source.SourceFile;
import dev.datastack.etl.warehouse.RealFiles;
import dev.datastack.etl.warehouse.TestWarehouse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeclarationsTest {

    static Stream<String> names() {
        return Datasets.declared().all().stream().map(Dataset::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_declaration_and_its_table_agree(String name) throws SQLException {
        Dataset dataset = Datasets.declared().named(name);
        try (TestWarehouse warehouse = new TestWarehouse()) {
            List<List<String>> declared = new ArrayList<>();
            for (Column column : dataset.columns()) {
                declared.add(List.of(column.name(), sqlType(column.type())));
            }
            assertThat(warehouse.rows("""
                            SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute
                             WHERE attrelid = '%s'::regclass AND attnum > 0 AND attname <> 'inferred' ORDER BY attnum
                            """.formatted(dataset.table()))).isEqualTo(declared);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_declaration_and_the_unique_index_of_its_table_agree(String name) throws SQLException {
        Dataset dataset = Datasets.declared().named(name);
        try (TestWarehouse warehouse = new TestWarehouse()) {
            assertThat(warehouse.text("""
                            SELECT string_agg(attname, ', ' ORDER BY array_position(indkey::int[], attnum::int))
                              FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
                             WHERE indrelid = '%s'::regclass AND indisunique
                            """.formatted(dataset.table())))
                    .isEqualTo(String.join(
                            ", ", dataset.key().stream().map(Column::name).toList()));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_table_that_others_refer_to_can_hold_inferred_members(String name) throws SQLException {
        try (TestWarehouse warehouse = new TestWarehouse()) {
            for (Reference reference : Datasets.declared().named(name).references()) {
                assertThat(warehouse.rows("SELECT %s, inferred FROM %s".formatted(reference.key(), reference.table())))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_file_is_there_and_its_rows_keep_the_rules(String name) throws Exception {
        Dataset dataset = Datasets.declared().named(name);
        Period period = dataset.period(dataset.cadence() == Cadence.MONTHLY ? "2013-01" : "all");
        RowReader reader = new RowReader(dataset, period);
        Row row = new Row(dataset.columns().size());
        Path path = RealFiles.folder().resolve(dataset.fileOf(period));
        try (SourceFile file = SourceFile.open(path, dataset.header(), () -> {})) {
            while (file.next()) {
                assertThat(file.split(row)).isNull();
                assertThat(reader.read(row)).as(file.raw()).isNull();
            }
        }
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        assertThatExceptionOfType(UnknownDatasetException.class)
                .isThrownBy(() -> Datasets.declared().named("flight"))
                .withMessage(
                        "There is no dataset \"flight\". Known: airlines, airports, planes, timezones, flights, weather.");
        assertThatExceptionOfType(UnknownDatasetException.class)
                .isThrownBy(() -> Datasets.declared().named("flights").period("January"))
                .withMessage("\"January\" is no period of this dataset: write a month as 2013-01.");
        assertThatExceptionOfType(UnknownDatasetException.class)
                .isThrownBy(() -> Datasets.declared().named("planes").period("2013-01"));
    }

    private static String sqlType(Type type) {
        if (type instanceof WholeNumber number) {
            return number.bytes() == 2 ? "smallint" : "integer";
        } else if (type instanceof ClockTime) {
            return "smallint";
        } else if (type instanceof DecimalNumber) {
            return "double precision";
        } else if (type instanceof UtcTime) {
            return "timestamp with time zone";
        } else if (type instanceof LocalDay) {
            return "date";
        }
        return "text";
    }
}
