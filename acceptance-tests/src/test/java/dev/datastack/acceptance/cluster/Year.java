package dev.datastack.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;

/** The year in the warehouse, loaded by runs of Airflow alone. */
record Year(Cluster cluster, Psql psql) {
    /** Generous: a year takes a minute on an idle machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String ROWS =
            "SELECT count(*), sum(distance), sum(arr_delay), sum(dep_delay), sum(air_time) FROM core.flight";
    private static final String EXACT = "336776|350217607|2257174|4152200|49326610";
    private static final String RUNS = "SELECT count(*) FILTER (WHERE state = 'success'),"
            + " count(*) FILTER (WHERE state <> 'success') FROM dag_run WHERE dag_id = 'flights_month'";
    private static final String NOT_DONE = "SELECT count(*) FROM etl.load WHERE status <> 'done'";
    private static final String STRAY = "SELECT count(*) FROM pg_class WHERE relname ~ '_load_[0-9]+$'";
    private static final String OF_OTHERS =
            "SELECT count(*) FROM etl.load WHERE requested_by !~ '^(reference_data|flights_month)/scheduled__'";
    private static final String TOLD = """
            SELECT format('%%s loads, %%s, per worker %%s', sum(loads),
                          string_agg(DISTINCT attempts, ', '), string_agg(loads::text, '/' ORDER BY loads DESC))
              FROM (SELECT worker, count(*) AS loads FROM etl.load WHERE id > %1$s GROUP BY worker) AS each,
                   (SELECT string_agg(loads || ' at attempt ' || attempt, ', ' ORDER BY attempt) AS attempts
                      FROM (SELECT attempt, count(*) AS loads FROM etl.load WHERE id > %1$s GROUP BY attempt) AS tries) AS all_tries
            """;

    /** Clears the runs of all months: Airflow requests each month again. Returns the last load before. */
    long again() {
        long last = number("SELECT max(id) FROM etl.load");
        cluster.typed("airflow tasks clear");
        return last;
    }

    /** The workers that are at a flights load of those after this one. */
    String workersAtAFlightsLoad(long after) {
        return psql.ask(
                "warehouse",
                "SELECT worker FROM etl.load WHERE status = 'running' AND dataset = 'flights' AND id > " + after);
    }

    /** Until all twelve runs have succeeded that were cleared or scheduled. */
    void awaitRuns() {
        try {
            // While the server is replaced, nobody answers.
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreException(AssertionError.class)
                    .until(() -> psql.ask("airflow", RUNS).equals("12|0"));
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("Runs that succeeded, and others: " + psql.ask("airflow", RUNS) + "\n"
                    + cluster.containers() + "\n"
                    + psql.ask(
                            "warehouse", "SELECT dataset, period, status, attempt, error FROM etl.load ORDER BY id"));
        }
    }

    /** Every row is there, and nothing is under way or left behind. The marts follow by a run of their own. */
    void isWhole() {
        assertThat(psql.ask("warehouse", ROWS)).isEqualTo(EXACT);
        assertThat(number(NOT_DONE)).isZero();
        assertThat(number(STRAY)).isZero();
        assertThat(number(OF_OTHERS)).isZero();
        await().atMost(PATIENCE).until(() -> number("SELECT count(DISTINCT month) FROM mart.carrier_month") == 12);
    }

    /** The flights loads that a pod is at, with commas between them; at least one. */
    String runningAt(String pod) {
        var loads = psql.ask(
                "warehouse",
                "SELECT string_agg(id::text, ', ') FROM etl.load WHERE status = 'running' AND dataset = 'flights' AND "
                        + of(pod));
        assertThat(loads).isNotEmpty();
        return loads;
    }

    /** How many of these loads the pod did. */
    long doneBy(String pod, String loads) {
        return number("SELECT count(*) FROM etl.load WHERE id IN (" + loads + ") AND " + of(pod));
    }

    private static String of(String pod) {
        return "split_part(worker, ' ', 2) = '" + pod + "'";
    }

    /** How many pods did the loads after this one. */
    long workerPods(long after) {
        return number("SELECT count(DISTINCT split_part(worker, ' ', 2)) FROM etl.load WHERE id > " + after);
    }

    /** The loads after this one: {@code 24 loads, 22 at attempt 1, 2 at attempt 2, per worker 13/11}. */
    String told(long after) {
        return psql.ask("warehouse", TOLD.formatted(after));
    }

    private long number(String sql) {
        return Long.parseLong(psql.ask("warehouse", sql));
    }
}
