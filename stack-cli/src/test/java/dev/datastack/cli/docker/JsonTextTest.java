package dev.datastack.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.Fixture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"inspect.json", "config.json", "version.json", "config-variables.json"})
    void it_reads_what_a_mapper_reads(String fixture) {
        var text = Fixture.read(fixture);
        assertThat(JsonText.read(text)).isEqualTo(JsonMapper.shared().readTree(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "1.5",
                "-1",
                "9999999999",
                "99999999999999999999999",
                "[true, false, []]",
                "{}",
                "\"\\u00fc\""
            })
    void it_reads_each_kind_of_value(String text) {
        assertThat(JsonText.read(text)).isEqualTo(JsonMapper.shared().readTree(text));
    }

    @Test
    void no_text_is_a_missing_node() {
        assertThat(JsonText.read("").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1", "{\"a\"", "{} {}", "nul"})
    void what_was_cut_off_or_goes_on_is_refused(String text) {
        assertThatThrownBy(() -> JsonText.read(text)).isInstanceOf(JacksonException.class);
    }
}
