package dev.datastack.etl.dataset;

import static dev.datastack.etl.dataset.Type.code;
import static dev.datastack.etl.dataset.Type.smallint;
import static dev.datastack.etl.dataset.Type.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeclarationCheckTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "names no file",
                        Dataset.whole("x").into("core.x").required("a", text(9)).unique("a")),
                Arguments.of("has a {period}", colours().file("x-{period}.csv").unique("name")),
                Arguments.of("has no {period}", days().file("x.csv.gz").unique("day_of", "n")),
                Arguments.of("names no table", colours().into("").unique("name")),
                Arguments.of("found \"colour\"", colours().into("colour").unique("name")),
                Arguments.of("has no column:", Dataset.whole("x").file("x.csv").into("core.x")),
                Arguments.of(
                        "has a column \"Wave length\"",
                        colours().optional("Wave length", text(9)).unique("name")),
                Arguments.of(
                        "has the column \"name\" twice",
                        colours().optional("name", text(9)).unique("name")),
                Arguments.of("has no key", colours()),
                Arguments.of("make it required", colours().unique("remark")),
                Arguments.of(
                        "one column of text",
                        colours().required("n", smallint(0, 9)).unique("n")),
                Arguments.of(
                        "one column of text", colours().required("n", text(9)).unique("name", "n")),
                Arguments.of(
                        "say .partitionedBy",
                        Dataset.monthly("x")
                                .file("x-{period}.csv")
                                .into("core.x")
                                .required("n", smallint(0, 9))
                                .unique("n")),
                Arguments.of(
                        "leave out .partitionedBy",
                        colours()
                                .required("y", smallint(1, 9))
                                .required("m", smallint(1, 9))
                                .required("d", smallint(1, 9))
                                .partitionedBy("day_of", "y", "m", "d")
                                .unique("name")),
                Arguments.of(
                        "come first", days().required("late", smallint(0, 9)).unique("day_of", "n")),
                Arguments.of("add it to .unique", days().unique("n")),
                Arguments.of("which is no text", days().unique("day_of", "n").memberOf("n", "core.n", "n")),
                Arguments.of("name it as core.", colours().unique("name").memberOf("remark", "remark", "remark")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_named_with_the_dataset_and_the_cure(String named, DatasetDeclaration declaration) {
        assertThatIllegalArgumentException()
                .isThrownBy(declaration::declared)
                .withMessageStartingWith("Dataset \"x\" ")
                .withMessageContaining(named);
    }

    @Test
    void a_column_that_was_not_declared_is_answered_with_those_that_were() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> colours().unique("nmae"))
                .withMessage("Dataset \"x\" has no column \"nmae\". Declared so far: name, remark");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> colours().rule(Rules.together("name", "hue")))
                .withMessageContaining("no column \"hue\"");
    }

    @Test
    void a_range_without_a_number_in_it_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> smallint(9, 0)).withMessage("No number is in 9 to 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> smallint(0, 40_000))
                .withMessageContaining("2 bytes");
        assertThatIllegalArgumentException().isThrownBy(() -> Type.decimal(1, Double.NaN));
    }

    @Test
    void two_datasets_of_one_name_or_one_table_are_refused() {
        Dataset one = colours().unique("name").declared();
        Dataset sameTable = Dataset.whole("y")
                .file("y.csv")
                .into("core.x")
                .required("a", code("[a-z]{2}"))
                .unique("a")
                .declared();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Datasets(List.of(one, one)))
                .withMessage("Dataset \"x\" is declared twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Datasets(List.of(one, sameTable)))
                .withMessage("Dataset \"y\" fills core.x, as another dataset does");
    }

    @Test
    void members_that_no_dataset_could_make_known_are_refused() {
        Dataset paints = Dataset.whole("paints")
                .file("paints.csv")
                .into("core.paint")
                .required("paint", text(9))
                .required("colour", text(9))
                .unique("paint")
                .knownMemberOf("colour", "core.x", "name")
                .declared();
        Dataset names = colours().unique("name").declared();
        assertThat(new Datasets(List.of(names, paints)).neededBy(paints)).containsExactly("x");
        Dataset byTheMonth = days().unique("day_of", "n").declared();
        for (List<Dataset> all : List.of(List.of(paints), List.of(paints, byTheMonth))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Datasets(all))
                    .withMessage(
                            "Dataset \"paints\" says .knownMemberOf(\"colour\", …) of core.x, where no other dataset"
                                    + " of one file has the key \"name\": so no member would ever be known, say .memberOf(…)");
        }
    }

    private static DatasetDeclaration colours() {
        return Dataset.whole("x")
                .file("x.csv")
                .into("core.x")
                .required("name", text(9))
                .optional("remark", text(9));
    }

    private static DatasetDeclaration days() {
        return Dataset.monthly("x")
                .file("x-{period}.csv.gz")
                .into("core.x")
                .required("y", smallint(1987, 2100))
                .required("m", smallint(1, 12))
                .required("d", smallint(1, 31))
                .required("n", smallint(0, 9))
                .partitionedBy("day_of", "y", "m", "d");
    }
}
