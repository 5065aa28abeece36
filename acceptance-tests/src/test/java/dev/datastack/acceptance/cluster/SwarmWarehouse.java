package dev.datastack.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.Shell;
import java.time.Duration;
import java.util.List;

/** The databases on the data node, through the psql of PostgreSQL's own container. */
final class SwarmWarehouse {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Rows, loads that did not end well or at all, tables that an attempt left, sessions that forgot to commit. */
    private static final String STATE = """
            SELECT (SELECT count(*) FROM core.flight), (SELECT count(*) FROM core.weather),
                   (SELECT count(*) FROM etl.load WHERE status <> 'done'),
                   (SELECT count(*) FROM pg_class WHERE relname ~ '_load_[0-9]+'),
                   (SELECT count(*) FROM pg_stat_activity
                     WHERE state LIKE 'idle in transaction%' AND datname = current_database())
            """;

    private static final String REQUEST = """
            SELECT count(etl.request_load('flights', to_char(make_date(2013, month, 1), 'YYYY-MM'), '%s'))
              FROM generate_series(1, 12) AS month
            """;
    private static final String OF_READER = " FROM pg_stat_activity WHERE application_name = 'reader'";

    /** The stack file puts the node first in the name of a worker: {@code etl-service n2-3 worker-1}. */
    private static final String NODE = "substring(worker FROM '^etl-service (.+)-[0-9]+ ')";

    private final Shell dataNode;

    SwarmWarehouse(SwarmLab lab) {
        dataNode = lab.manager();
    }

    String value(String sql) {
        return value("warehouse", sql);
    }

    String value(String database, String sql) {
        return dataNode.output(psql("exec", database, "-Atc", sql)).strip();
    }

    void becomes(String sql, String expected) {
        await(sql)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> value(sql).equals(expected));
    }

    /** Requests all flights again, in the name of a drill. */
    void requestYear(String drill) {
        assertThat(value(REQUEST.formatted(drill))).isEqualTo("12");
    }

    void awaitLoads() {
        becomes("SELECT count(*) FROM etl.load WHERE status IN ('requested', 'running')", "0");
    }

    /** A session that reads. A load of flights can now do everything but the last step: to put its table in place. */
    void startReading() {
        var hold = "SELECT FROM core.flight LIMIT 1; SELECT pg_sleep(600)";
        dataNode.output(psql("exec --detach --env PGAPPNAME=reader", "warehouse", "-c", hold));
        becomes("SELECT count(*)" + OF_READER + " AND query LIKE '%pg_sleep%'", "1");
    }

    void stopReading() {
        assertThat(value("SELECT count(pg_terminate_backend(pid))" + OF_READER)).isEqualTo("1");
    }

    /** The loads that have all their rows on this node, and wait for the reader. */
    List<String> awaitHeld(String node) {
        var held = "SELECT id FROM etl.load WHERE status = 'running' AND waits_for LIKE '%reader%' AND " + by(node);
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> value(held).lines().toList(), ids -> !ids.isEmpty());
    }

    /** Airflow's runs: twelve months and the reference data, and of the marts as many as it took. */
    void awaitRuns() {
        var left =
                "SELECT count(*) FILTER (WHERE state = 'success' AND dag_id <> 'marts'), count(*) FILTER (WHERE state <> 'success') FROM dag_run";
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> value("airflow", left), "13|0"::equals);
    }

    /** The year is there, and nothing beside it. */
    void assertWhole() {
        assertThat(value(STATE)).isEqualTo("336776|26114|0|0|0");
    }

    /** The same, and the twelve loads of a drill ended well. */
    void assertWhole(String drill) {
        assertWhole();
        assertThat(value("SELECT count(*), sum(rows_loaded) FROM etl.load WHERE requested_by = '" + drill + "'"))
                .isEqualTo("12|336776");
    }

    /** Such as {@code n1 10, n2 9, n3 9}. */
    String loadsPerNode(String where) {
        return value("SELECT string_agg(node || ' ' || loads, ', ' ORDER BY node) FROM (SELECT " + NODE
                + " AS node, count(*) AS loads FROM etl.load WHERE " + where + " GROUP BY 1) AS of_node");
    }

    static String by(String node) {
        return NODE + " = '" + node + "'";
    }

    private String[] psql(String exec, String database, String... more) {
        var postgres =
                dataNode.line("docker ps --quiet --filter name=stack_postgres").strip();
        return Shell.words(
                "docker " + exec + " " + postgres + " psql -U postgres -v ON_ERROR_STOP=1 -d " + database, more);
    }
}
