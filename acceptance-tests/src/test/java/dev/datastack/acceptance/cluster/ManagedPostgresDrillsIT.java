package dev.datastack.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.datastack.acceptance.stack.NeedsEngine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The overlay {@code managed-postgres} on a node, as it is: its server is outside of the cluster, and verified. */
@NeedsEngine
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ManagedPostgresDrillsIT {
    private final Seen seen = new Seen();
    private Lab lab;
    private ManagedServer server;
    private Drills drills;

    @BeforeAll
    void start() {
        assumeTrue(Node.canStart(), Node.NEEDS);
        lab = Lab.start(seen);
        server = ManagedServer.start(lab.node());
        drills = new Drills(lab, new Year(lab.cluster(), server.psql()), seen);
    }

    @AfterAll
    void end() {
        seen.print();
        if (server != null) {
            server.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    @Order(1)
    void every_pod_becomes_ready_and_none_is_restarted(@TempDir Path folder) {
        var cluster = lab.cluster();
        cluster.shell().output("deploy/kubernetes/secrets.sh");
        cluster.typed(
                "create configmap database-ca",
                Map.of("FILE", server.authority(folder).toString()));
        server.prepare(cluster);
        lab.ready("managed-postgres", () -> cluster.apply("managed-postgres"));
        assertThat(cluster.readme().missing(getClass())).isEmpty();
    }

    @Test
    @Order(2)
    void airflow_loads_the_year_by_itself_through_encrypted_connections() {
        drills.yearComes();
        assertThat(server.psql().ask("postgres", """
                SELECT string_agg(DISTINCT usename, ',' ORDER BY usename) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE ssl
                """)).isEqualTo("airflow,etl");
        assertThat(server.psql().ask("postgres", """
                SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
                 WHERE NOT ssl AND client_addr IS NOT NULL
                """)).isEqualTo("0");
    }

    @Test
    @Order(3)
    void applying_again_changes_nothing() {
        var versions = lab.cluster().versions();
        lab.cluster().apply("managed-postgres");
        assertThat(lab.cluster().versions()).isEqualTo(versions);
    }

    @Test
    @Order(4)
    void a_worker_that_is_lost_in_mid_load_costs_no_row() {
        drills.workerIsLost();
    }

    @Test
    @Order(5)
    void a_server_that_crashes_in_mid_load_costs_no_row() {
        drills.databaseIsLost("crash of the server", server::crash);
    }

    @Test
    @Order(6)
    void more_workers_share_the_loads() {
        drills.moreWorkersShareTheLoads("managed-postgres");
    }

    @Test
    @Order(7)
    void an_image_that_exits_replaces_no_worker() {
        drills.imageExits();
    }
}
