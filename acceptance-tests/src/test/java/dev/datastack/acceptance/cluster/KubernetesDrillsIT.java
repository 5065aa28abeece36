package dev.datastack.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The overlay {@code local} on a node, and the drills of deploy/kubernetes/README.md. The others need the first two. */
@NeedsEngine
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KubernetesDrillsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String PAGE = "healthcheck http http://pgadmin.data-stack:8080/misc/ping";
    private static final String DATABASE = "healthcheck postgres postgres.data-stack:5432";

    private final Seen seen = new Seen();
    private final Traces before = Traces.now();
    private Lab lab;
    private Cluster cluster;
    private Year year;

    @BeforeAll
    void start() {
        assumeTrue(Node.canStart(), Node.NEEDS);
        lab = Lab.start(seen);
        cluster = lab.cluster();
        year = new Year(cluster, Psql.inPod(cluster.shell()));
    }

    @AfterAll
    void end() {
        seen.print();
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    @Order(1)
    void every_pod_becomes_ready_and_none_is_restarted() {
        cluster.shell().output("deploy/kubernetes/secrets.sh");
        lab.applied("local");
    }

    @Test
    @Order(2)
    void airflow_loads_the_year_by_itself() {
        lab.yearComes(year);
    }

    @Test
    @Order(3)
    void applying_again_changes_nothing() {
        var pods = cluster.pods();
        var versions = cluster.versions();
        cluster.apply("local");
        assertThat(cluster.versions()).isEqualTo(versions);
        assertThat(cluster.shell().output("deploy/kubernetes/secrets.sh")).contains("stay as they are");
        assertThat(cluster.pods()).isEqualTo(pods);
    }

    @Test
    @Order(4)
    void the_network_refuses_what_no_policy_allows() {
        cluster.ask(
                "run visitor --namespace default --image local-data-stack/etl-service:1 --command -- sleep infinity");
        cluster.ask("wait --namespace default --for=condition=Ready --timeout=5m pod/visitor");
        var visitor = "exec --namespace default visitor -- ";
        var worker = "exec deployment/etl-service -- ";
        assertThat(cluster.run(visitor + PAGE).well()).isTrue();
        assertThat(cluster.run(worker + DATABASE).well()).isTrue();
        // The same two the other way round.
        assertThat(cluster.run(visitor + DATABASE).well()).isFalse();
        assertThat(cluster.run(worker + PAGE).well()).isFalse();
        seen.note("a visitor to PostgreSQL, a worker to pgAdmin", "both refused");
        cluster.ask("delete pod --namespace default --grace-period=1 visitor");
    }

    @Test
    @Order(5)
    void a_worker_that_is_lost_in_mid_load_costs_no_row() {
        lab.workerIsLost(year);
    }

    @Test
    @Order(6)
    void a_pod_of_postgresql_that_is_replaced_in_mid_load_costs_no_row() {
        year.psql().hold();
        long last = year.again();
        await().atMost(PATIENCE).until(() -> !year.workersAtAFlightsLoad(last).isEmpty());
        var watch = Seen.watch();
        cluster.ask("delete pod postgres-0");
        cluster.ask("rollout status statefulset/postgres --timeout=10m");
        seen.note("replace the pod of PostgreSQL in mid-load, until it is ready", watch);
        year.awaitRuns();
        seen.note("the same, until all 12 months are loaded again", watch + ", " + year.told(last));
        year.isWhole();
        cluster.awaitAvailable();
    }

    @Test
    @Order(7)
    void more_workers_share_the_loads() {
        cluster.ask("scale deployment/etl-service --replicas=4");
        cluster.awaitRollout();
        var watch = Seen.watch();
        long last = year.again();
        year.awaitRuns();
        seen.note("load all 12 months with 4 workers", watch + ", " + year.told(last));
        year.isWhole();
        cluster.apply("local");
        await().atMost(PATIENCE).until(() -> cluster.readyWorkers().size() == 2);
    }

    @Test
    @Order(8)
    void an_image_that_does_not_exist_replaces_no_worker() {
        var workers = cluster.readyWorkers();
        var watch = Seen.watch();
        cluster.setImage("local-data-stack/etl-service:2");
        var status = cluster.run("rollout status deployment/etl-service");
        seen.note("roll out an image that does not exist, until kubectl gives up", watch + ", both workers stay");
        assertThat(status.well()).isFalse();
        assertThat(status.errText()).contains("exceeded its progress deadline");
        assertThat(cluster.reasons()).containsAnyOf("ErrImagePull", "ImagePullBackOff");
        comesBack(workers.toString());
    }

    @Test
    @Order(9)
    void an_image_that_exits_replaces_no_worker() {
        lab.node()
                .load(
                        Repository.settingInForce("BASE_PREFIX").orElse("") + "debian:trixie-slim",
                        "local-data-stack/etl-service:3");
        var workers = cluster.readyWorkers();
        var watch = Seen.watch();
        cluster.setImage("local-data-stack/etl-service:3");
        await().atMost(PATIENCE).until(() -> cluster.reasons().contains("CrashLoopBackOff"));
        seen.note("roll out an image that exits, until it crashes in a loop", watch + ", both workers stay");
        assertThat(cluster.run("rollout status deployment/etl-service --timeout=1s")
                        .well())
                .isFalse();
        comesBack(workers.toString());
    }

    private void comesBack(String workers) {
        assertThat(cluster.readyWorkers()).hasToString(workers);
        var watch = Seen.watch();
        cluster.ask("rollout undo deployment/etl-service");
        cluster.awaitRollout();
        seen.note("kubectl rollout undo", watch);
        await().atMost(PATIENCE).until(() -> cluster.reasons().isEmpty());
        assertThat(cluster.readyWorkers()).hasToString(workers);
        year.isWhole();
    }

    @Test
    @Order(10)
    void a_node_that_has_ended_leaves_nothing_on_the_machine() {
        lab.close();
        assertThat(Traces.now()).isEqualTo(before);
    }
}
