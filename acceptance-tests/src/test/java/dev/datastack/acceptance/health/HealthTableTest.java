package dev.datastack.acceptance.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.health.HealthTable.Row;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HealthTableTest {
    private static final String BEAT = "unhealthy: /tmp/heartbeat is 31 s old, must be under 30 s";

    @Test
    void the_page_has_a_row_for_each_service_with_words_and_dependents() {
        assertThat(HealthTable.rows())
                .contains(new Row("airflow-webserver", "no answer within", Set.of("airflow-dag-processor")))
                .allSatisfy(row -> assertThat(row.says()).as(row.service()).isNotBlank());
    }

    @Test
    void words_are_said_where_they_stand_with_anything_in_between() {
        assertThat(says("/tmp/heartbeat is … old, must be under").isSaid(BEAT)).isTrue();
        assertThat(says("/tmp/heartbeat is … new").isSaid(BEAT)).isFalse();
    }

    @Test
    void the_wedged_service_is_one_of_those_that_turn_unhealthy() {
        assertThat(new Row("a", "gone", Set.of("b")).unhealthy()).containsExactly("a", "b");
    }

    private static Row says(String words) {
        return new Row("etl-service", words, Set.of());
    }
}
