package dev.datastack.acceptance.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.health.HealthTable.Row;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.Shell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stops each service of the shared stack in turn. Before the first the stack is started again, to be asked every second;
 * it stays so, well, for the class behind this one, which starts it anew anyhow.
 */
@NeedsEngine
@Order(Integer.MAX_VALUE - 2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WedgedServiceIT {
    private static final Map<String, String> OFTEN_ASKED =
            Map.of("COMPOSE_FILE", "docker-compose.yml:acceptance-tests/src/test/resources/often-asked.yaml");
    /** Longer than any answer takes to be old there: whoever depends on the wedged service has shown it by then. */
    private static final Duration EVERY_LIMIT = Duration.ofSeconds(23);
    /** For a busy machine; Airflow's processes have to start again once their database is back. */
    private static final Duration LATEST = Duration.ofMinutes(4);

    static List<Row> rows() {
        return HealthTable.rows();
    }

    @Test
    @Order(1)
    void the_table_names_every_service_that_is_asked(RunningStack stack) {
        var project = stack.loaded();
        var up = project.up(OFTEN_ASKED, "--wait");
        assertThat(up.well()).as(Shell.told(up)).isTrue();
        assertThat(rows())
                .extracting(Row::service)
                .containsExactlyInAnyOrderElementsOf(new HealthWatch(project).services());
    }

    @ParameterizedTest
    @MethodSource("rows")
    @Order(2)
    void a_wedged_service_and_its_listed_dependents_alone_turn_unhealthy_and_come_back(Row row, RunningStack stack) {
        var project = stack.loaded();
        var watch = new HealthWatch(project);
        var wedge = Wedge.of(row.service());
        wedge.halt(project);
        try {
            looking(watch, row).during(EVERY_LIMIT).until(() -> true);
            looking(watch, row).until(() -> watch.look().equals(row.unhealthy()));
        } finally {
            wedge.goOn(project);
        }
        assertThat(watch.reasons(row.service())).as(watch.toString()).anyMatch(row::isSaid);
        for (var dependent : row.dependents()) {
            assertThat(watch.reasons(dependent)).as(dependent).isNotEmpty();
        }
        await().alias("all are healthy again, and stay so")
                .during(settling(row))
                .atMost(LATEST)
                .until(watch::allAreHealthy);
    }

    /** A dependent that answers again may still end over what it missed, and be started anew. */
    private static Duration settling(Row row) {
        return row.dependents().isEmpty() ? Duration.ZERO : EVERY_LIMIT;
    }

    private static ConditionFactory looking(HealthWatch watch, Row row) {
        return await().atMost(LATEST)
                .pollInterval(Duration.ofMillis(500))
                .failFast(
                        "a service is unhealthy that the table does not name",
                        () -> assertThat(watch.look()).as(watch.toString()).isSubsetOf(row.unhealthy()));
    }
}
