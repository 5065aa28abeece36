package dev.datastack.etl.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalClockTest {

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "UTC", "Asia/Kolkata"})
    void it_says_what_the_rules_of_the_zone_say_whatever_it_was_asked_before(String zone) {
        LocalClock clock = new LocalClock(zone);
        ZoneRules rules = ZoneId.of(zone).getRules();
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            long moment = random.nextLong(0, 4_000_000_000L);
            assertThat(clock.offset(moment)).isEqualTo(offset(rules, moment));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1362898800, 1383458400})
    void it_is_right_to_the_second_where_the_clocks_change(long change) {
        ZoneRules rules = ZoneId.of("America/New_York").getRules();
        assertThat(rules.nextTransition(Instant.ofEpochSecond(change - 1)).toEpochSecond())
                .isEqualTo(change);
        LocalClock clock = new LocalClock("America/New_York");
        for (long moment : new long[] {change, change - 1, change + 1, change - 1, change}) {
            assertThat(clock.offset(moment)).isEqualTo(offset(rules, moment));
        }
    }

    private static int offset(ZoneRules rules, long moment) {
        return rules.getOffset(Instant.ofEpochSecond(moment)).getTotalSeconds();
    }
}
