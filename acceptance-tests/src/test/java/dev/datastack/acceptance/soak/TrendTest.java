package dev.datastack.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.soak.Sample.Kind;
import dev.datastack.acceptance.soak.Sample.Quantity;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final Quantity MEMORY = new Quantity("postgres", Kind.MEMORY);

    private static Trend of(IntToDoubleFunction megabytes) {
        var samples = IntStream.range(0, 120)
                .mapToObj(minute -> new Sample(Map.of(MEMORY, megabytes.applyAsDouble(minute))))
                .toList();
        return Trend.of(samples).get(0);
    }

    @Test
    void what_goes_up_and_down_is_flat() {
        assertThat(of(minute -> 200 + 30 * (minute % 2)).isFlat()).isTrue();
    }

    @Test
    void what_fills_up_in_the_first_half_hour_is_flat() {
        assertThat(of(minute -> Math.min(minute, 30) * 10).isFlat()).isTrue();
    }

    @Test
    void seven_tenths_of_a_megabyte_a_minute_is_not_flat() {
        assertThat(of(minute -> 200 + minute * 0.7).isFlat()).isFalse();
    }

    @Test
    void the_words_of_docker_are_read_as_megabytes() {
        assertThat(Sample.megabytes("1.5GiB / 2GiB")).isEqualTo(1536);
        assertThat(Sample.megabytes("310.5MiB / 512MiB")).isEqualTo(310.5);
        assertThat(Sample.megabytes("512KiB / 1MiB")).isEqualTo(0.5);
    }
}
