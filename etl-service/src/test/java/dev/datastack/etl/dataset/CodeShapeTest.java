package dev.datastack.etl.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CodeShapeTest {

    private static final String SIGNS = "AZaz09_/+-[]{}. é€\u0001";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[A-Z0-9]{2}",
                "[A-Z0-9]{2,7}",
                "[AUN]{1}",
                "[a-z_/+-]{0,3}",
                "[^A]{2}",
                "[A-Z]{2}[0-9]+",
                "A|[0-9]{2}",
                "[é]{1}",
                ".{2}"
            })
    void the_table_says_what_the_regular_expression_says(String regex) {
        CodeShape shape = new CodeShape(regex);
        Row row = new Row(3);
        Random random = new Random(regex.hashCode());
        for (int i = 0; i < 5_000; i++) {
            StringBuilder code = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            row.begin(List.of("before", code.toString(), "after"));
            assertThat(shape.matches(row, 1)).as("%s against %s", code, regex).isEqualTo(Pattern.matches(regex, code));
        }
    }
}
