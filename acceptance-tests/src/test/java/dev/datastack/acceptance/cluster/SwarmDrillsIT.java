package dev.datastack.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.datastack.acceptance.stack.NeedsEngine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stack on a real Swarm of three engines: it starts, loads, and keeps every row when nodes and images fail. */
@NeedsEngine
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SwarmDrillsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Seen seen = new Seen();
    private final SwarmLab lab = new SwarmLab();
    private final SwarmImages images = new SwarmImages(lab);
    private final SwarmStack stack = new SwarmStack(lab);
    private final SwarmWarehouse warehouse = new SwarmWarehouse(lab);

    @BeforeAll
    void look() {
        assumeTrue(lab.possible(), "the lab needs root on Debian, and apt-get install iproute2");
    }

    @AfterAll
    void remove() {
        seen.print();
        images.close();
        lab.close();
    }

    @Test
    @Order(1)
    void every_service_becomes_healthy_over_three_nodes() {
        seen.note("lab up", Seen.seconds(() -> lab.type("swarm.sh up")));
        seen.note("images built and pushed", Seen.seconds(images::push));
        var healthy = Seen.seconds(() -> {
            stack.deploy();
            stack.awaitAllRunning();
        });
        assertThat(stack.workers()).containsOnlyKeys(SwarmLab.NODES);
        seen.note("deploy", "all healthy after " + healthy);
    }

    @Test
    @Order(2)
    void deploying_again_changes_nothing() {
        var before = stack.tasks();
        stack.deploy();
        stack.awaitAllRunning();
        assertThat(stack.tasks()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void airflow_loads_the_year_over_three_nodes() {
        var loaded = Seen.seconds(warehouse::awaitRuns);
        warehouse.assertWhole();
        assertThat(warehouse.value("SELECT count(*), max(attempt) FROM etl.load"))
                .isEqualTo("28|1");
        var spread = warehouse.loadsPerNode("true");
        assertThat(spread).contains(SwarmLab.NODES);
        assertThat(lab.type("AS node")).contains(SwarmLab.NODES);
        seen.note("year by Airflow", loaded, "13 runs", "loads per node: " + spread);
    }

    @Test
    @Order(4)
    void the_loads_of_a_lost_node_are_done_by_others() {
        var held = held("lost node", "n3");
        lab.type("engine.sh kill");
        warehouse.stopReading();
        var loaded = Seen.seconds(warehouse::awaitLoads);
        warehouse.assertWhole("lost node");
        assertThat(warehouse.value("SELECT count(*) FROM etl.load WHERE attempt = 2 AND deaths = 1 AND NOT "
                        + SwarmWarehouse.by("n3") + " AND id IN (" + String.join(", ", held) + ")"))
                .isEqualTo(String.valueOf(held.size()));
        lab.awaitNode("n3", "Down");
        var replaced = Seen.seconds(() -> stack.awaitWorkers(SwarmStack.number(3)));
        assertThat(stack.workers()).doesNotContainKey("n3");
        seen.note(
                "lost node",
                held.size() + " loads held",
                "all done after " + loaded,
                "3 workers after " + replaced + " more");
    }

    @Test
    @Order(5)
    void a_node_that_comes_back_gets_workers_with_the_next_update() {
        lab.type("engine.sh start");
        lab.awaitNode("n3", "Ready Active");
        var updated = Seen.seconds(() -> {
            lab.type("update --force");
            stack.awaitUpdate("completed");
        });
        assertThat(stack.workers()).containsKey("n3");
        seen.note("node back, workers updated", updated, "workers per node: " + stack.workers());
    }

    @Test
    @Order(6)
    void a_node_that_is_drained_hands_its_loads_back() {
        var held = held("drained node", "n2");
        lab.type("availability drain");
        var empty = Seen.seconds(() -> await().atMost(PATIENCE)
                .until(() -> lab.containers("n2", SwarmStack.WORKERS).isEmpty()));
        warehouse.stopReading();
        var loaded = Seen.seconds(warehouse::awaitLoads);
        warehouse.assertWhole("drained node");
        assertThat(warehouse.value(
                        "SELECT max(attempt), max(deaths) FROM etl.load WHERE requested_by = 'drained node'"))
                .isEqualTo("1|0");
        stack.awaitWorkers(SwarmStack.number(3));
        assertThat(stack.workers()).doesNotContainKey("n2");
        lab.type("availability active");
        seen.note(
                "drained node",
                held.size() + " loads held",
                "empty after " + empty,
                "all done after " + loaded + " more");
    }

    @ParameterizedTest
    @EnumSource
    @Order(7)
    void an_image_that_cannot_work_goes_back_by_itself(SwarmBadImage bad) {
        var good = stack.image();
        if (!bad.entrypoint().isEmpty()) {
            images.push(bad);
        }
        warehouse.requestYear(bad.name());
        // What the stack file gives a worker to become healthy, 300 s, would make a long test.
        var patience = bad == SwarmBadImage.HANGS ? " --health-start-period 10s" : "";
        var back = Seen.seconds(() -> {
            lab.type(":absent", Map.of("absent", bad.tag(), "detach", "detach" + patience));
            assertThat(stack.awaitUpdate("rollback_completed"))
                    .as("workers at the fewest")
                    .isGreaterThanOrEqualTo(3);
        });
        assertThat(stack.image()).isEqualTo(good);
        warehouse.awaitLoads();
        warehouse.assertWhole(bad.name());
        seen.note("image " + bad.name().toLowerCase(Locale.ROOT), "back after " + back, "never fewer than 3 workers");
    }

    @Test
    @Order(8)
    void more_workers_share_the_year_and_fewer_do_it_too() {
        var six = Seen.seconds(() -> {
            lab.type("service scale");
            stack.awaitWorkers(SwarmStack.number(6));
        });
        assertThat(lab.type("request_load", Map.of("drill", "six workers")).lines())
                .hasSize(12);
        var loaded = Seen.seconds(warehouse::awaitLoads);
        warehouse.assertWhole("six workers");
        assertThat(lab.type("status, attempt", Map.of("drill", "six workers")))
                .contains("done", "n3", "stack_etl-service.1");
        var spread = warehouse.loadsPerNode("requested_by = 'six workers'");
        var three = Seen.seconds(() -> stack.scale(3));
        seen.note("scaled to 6", six, "flights in " + loaded, "loads per node: " + spread, "back to 3 after " + three);
    }

    @Test
    @Order(9)
    void what_is_removed_keeps_its_data_and_its_secrets() {
        lab.type("stack rm");
        assertThat(lab.manager().line("docker service ls --quiet")).isEmpty();
        assertThat(lab.manager().line("docker volume ls --quiet")).contains("stack_postgres-data");
        assertThat(lab.manager().line("docker secret ls --format {{.Name}}")).contains("stack-postgres-password");
    }

    @Test
    @Order(10)
    void this_machine_keeps_nothing_of_it() {
        assertThat(lab.traces()).contains("swarm-n1", "docker-registry");
        lab.type("swarm.sh down");
        lab.close();
        assertThat(lab.traces()).isEmpty();
        assertThat(lab.untyped()).isEmpty();
    }

    /** A year in which this node holds loads, each with all of its rows and not yet committed, until the reader stops. */
    private List<String> held(String drill, String node) {
        warehouse.startReading();
        warehouse.requestYear(drill);
        return warehouse.awaitHeld(node);
    }
}
