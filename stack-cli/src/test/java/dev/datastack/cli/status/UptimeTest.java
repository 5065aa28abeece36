package dev.datastack.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UptimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-03T12:00:00.123456789Z, 0 s",
        "2026-01-03T11:59:01Z, 59 s",
        "2026-01-03T11:59:00Z, 1 min",
        "2026-01-03T11:00:01Z, 59 min",
        "2026-01-03T08:48:00Z, 3 h 12 min",
        "2026-01-01T06:00:00Z, 2 d 6 h",
        "2026-01-03T12:00:09Z, 0 s",
        "'', ''",
        "yesterday, ''"
    })
    void it_is_told_in_the_largest_units(String startedAt, String told) {
        assertThat(Uptime.of(startedAt, Instant.parse("2026-01-03T12:00:00Z"))).isEqualTo(told);
    }
}
