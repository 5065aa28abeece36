package dev.datastack.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Shell;
import java.time.Duration;
import java.util.Map;
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
    private static final String PAGE = "healthcheck tcp pgadmin.data-stack:8080";
    private static final String DATABASE = "healthcheck postgres postgres.data-stack:5432";

    /** The forwarded port is one of the node's network, as kubectl is. */
    private static final String LOGIN = """
            %s >&2 &
            trap "kill $!" EXIT
            %s curl --silent --retry 60 --retry-connrefused --retry-delay 1 --output /dev/null --write-out '%%{http_code}' \
              --json '{"username": "admin", "password": "%s"}' http://localhost:8080/auth/token
            """;

    private final Seen seen = new Seen();
    private final Traces before = Traces.now();
    private Lab lab;
    private Cluster cluster;
    private Drills drills;
    private String password = "";

    @BeforeAll
    void start() {
        assumeTrue(Node.canStart(), Node.NEEDS);
        lab = Lab.start(seen);
        cluster = lab.cluster();
        drills = new Drills(lab, new Year(cluster, Psql.inPod(cluster.shell())), seen);
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
        password = lab.ready("local", () -> cluster.typed("apply -k"));
    }

    @Test
    @Order(2)
    void airflow_loads_the_year_by_itself() {
        drills.yearComes();
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
    void airflows_page_is_forwarded_and_takes_the_password() {
        var forward = cluster.readme().with("port-forward", Map.of()).strip();
        var login = LOGIN.formatted(forward, lab.node().at(), password);
        assertThat(cluster.shell().output("bash", "-ec", login)).isEqualTo("201");
    }

    @Test
    @Order(5)
    void the_network_refuses_what_no_policy_allows() {
        cluster.ask(
                "run visitor --namespace default --image local-data-stack/etl-service:1 --command -- sleep infinity");
        cluster.ask("wait --namespace default --for=condition=Ready --timeout=5m pod/visitor");
        var visitor = "exec --namespace default visitor -- ";
        var worker = "exec deployment/etl-service -- ";
        // The plugin learns of a new pod like everybody else, a moment later.
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            says(visitor + PAGE, "accepts connections");
            says(worker + DATABASE, "takes sessions");
            // The same two the other way round.
            says(visitor + DATABASE, "refused by");
            says(worker + PAGE, "refused by");
        });
        seen.note("a visitor to PostgreSQL, a worker to pgAdmin", "both refused");
        cluster.ask("delete pod --namespace default --grace-period=1 visitor");
    }

    private void says(String command, String expected) {
        var finished = cluster.run(command);
        assertThat(finished.outText()).as(Shell.told(finished)).contains(expected);
    }

    @Test
    @Order(6)
    void a_worker_that_is_lost_in_mid_load_costs_no_row() {
        drills.workerIsLost();
    }

    @Test
    @Order(7)
    void a_pod_of_postgresql_that_is_replaced_in_mid_load_costs_no_row() {
        drills.databaseIsLost("replace the pod of PostgreSQL", () -> {
            cluster.typed("delete pod postgres-0");
            cluster.ask("rollout status statefulset/postgres --timeout=10m");
        });
    }

    @Test
    @Order(8)
    void more_workers_share_the_loads() {
        drills.moreWorkersShareTheLoads("local");
    }

    @Test
    @Order(9)
    void an_image_that_does_not_exist_replaces_no_worker() {
        drills.imageDoesNotExist();
    }

    @Test
    @Order(10)
    void an_image_that_exits_replaces_no_worker() {
        drills.imageExits();
    }

    @Test
    @Order(11)
    void every_block_of_the_page_was_typed_the_last_of_them_removes_everything() {
        cluster.typed("delete namespace");
        assertThat(cluster.run("get namespace data-stack").well()).isFalse();
        assertThat(cluster.readme().missing(getClass())).isEmpty();
    }

    @Test
    @Order(12)
    void a_node_that_has_ended_leaves_nothing_on_the_machine() {
        lab.close();
        assertThat(Traces.now()).isEqualTo(before);
    }
}
