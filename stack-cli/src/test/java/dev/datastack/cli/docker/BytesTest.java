package dev.datastack.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BytesTest {
    @ParameterizedTest
    @CsvSource({"0B, 0", "2B, 2", "5.78kB, 5780", "48.3MB, 48300000", "1.2GB, 1200000000", "N/A, 0", "'', 0"})
    void a_size_is_read_as_docker_writes_it(String text, long bytes) {
        assertThat(Bytes.parse(text)).isEqualTo(bytes);
    }

    @Test
    void a_size_is_written_so_that_columns_compare() {
        assertThat(Bytes.text(404_120_922)).isEqualTo("404.1 MB");
        assertThat(Bytes.text(1_416_500_000)).isEqualTo("1,416.5 MB");
        assertThat(Bytes.text(8_922)).isEqualTo("8.9 kB");
    }
}
