package dev.datastack.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakePsql;
import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.airflow.AirflowRuns;
import dev.datastack.cli.airflow.Run;
import dev.datastack.cli.airflow.Run.Task;
import dev.datastack.cli.airflow.TaskState;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.ledger.LoadProgress.FailedLoad;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The queries, asked of a real PostgreSQL that has as much of the tables as they read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init")
class YearSqlTest {
    private EmbeddedPostgres server;
    private Connection connection;

    private final Compose compose =
            new Compose(new FakeRunner().on("psql", call -> new FakePsql(connection).answer(call)), Path.of("."));

    @BeforeEach
    void tables_and_a_whole_year() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        connection = server.getPostgresDatabase().getConnection();
        run("""
                create schema etl; create schema mart;
                create table etl.load (id bigint generated always as identity, dataset text, period text, status text,
                                       rows_loaded bigint, error text);
                create table mart.carrier_month (month date);
                create table dag_run (id bigint generated always as identity, dag_id text, run_id text, state text,
                                      run_after timestamptz default now());
                create table task_instance (dag_id text, run_id text, task_id text, state text, try_number int,
                                            max_tries int, end_date timestamptz, id uuid default gen_random_uuid());
                create table task_reschedule (ti_id uuid);
                insert into etl.load (dataset, period, status, rows_loaded)
                select dataset, '2013-' || to_char(month, 'FM00'), 'done', 1000
                  from generate_series(1, 12) as month, unnest(array['flights', 'weather']) as dataset;
                insert into etl.load (dataset, period, status, rows_loaded)
                select dataset, 'all', 'done', 7 from unnest(array['airlines', 'airports', 'planes', 'timezones']) as dataset;
                insert into mart.carrier_month select date '2013-01-01' + month * interval '1 month'
                  from generate_series(0, 11) as month;
                """);
    }

    @AfterEach
    void stop() throws IOException, SQLException {
        connection.close();
        server.close();
    }

    private void run(String sql) throws SQLException {
        new FakePsql(connection).run(sql);
    }

    private LoadProgress year() {
        return new Ledger(compose).progress().orElseThrow();
    }

    @Test
    void the_year_is_2013_and_the_rows_are_its_flights() throws SQLException {
        run("""
                insert into etl.load (dataset, period, status, rows_loaded, error)
                values ('flights', '2014-01', 'done', 500, null), ('flights', '2012-12', 'done', 500, null),
                       ('weather', '2014-01', 'failed', 0, 'of another year'), ('trains', '2013-01', 'failed', 0, 'x');
                insert into mart.carrier_month values ('2014-01-01');
                """);
        assertThat(year().isComplete()).isTrue();
        assertThat(year().text()).isEqualTo("flights 12/12, weather 12/12, reference 4/4, marts 12/12, 12,000 flights");
    }

    @Test
    void a_reload_takes_no_rows_away_until_it_has_failed_or_is_done() throws SQLException {
        run("insert into etl.load (dataset, period, status) values ('flights', '2013-02', 'running')");
        assertThat(year()).isEqualTo(new LoadProgress(12, 12, 4, 12_000, 12, 1, List.of()));
        run("update etl.load set status = 'failed', error = 'the file is \"cut\"' where status = 'running'");
        assertThat(year().failures()).containsExactly(new FailedLoad("flights", "2013-02", "the file is \"cut\""));
        run("insert into etl.load (dataset, period, status, rows_loaded) values ('flights', '2013-02', 'done', 999)");
        assertThat(year()).isEqualTo(new LoadProgress(12, 12, 4, 11_999, 12, 0, List.of()));
    }

    @Test
    void failed_runs_come_with_their_tasks_and_of_the_marts_only_the_newest_counts() throws SQLException {
        run("""
                insert into dag_run (dag_id, run_id, state, run_after) values
                    ('flights_month', 'one', 'failed', now()), ('flights_month', 'two', 'running', now()),
                    ('flights_month', 'three', 'success', now()), ('of_mine', 'one', 'failed', now()),
                    ('marts', 'old', 'failed', now() - interval '1 hour'), ('marts', 'new', 'success', now());
                insert into task_instance values
                    ('flights_month', 'one', 'load', 'failed', 9, 8, null),
                    ('flights_month', 'one', 'check_flights', 'upstream_failed', 0, 8, null),
                    ('flights_month', 'two', 'load', 'up_for_retry', 2, 8, '2026-11-28 05:12:31+01'),
                    ('flights_month', 'three', 'load', 'success', 1, 8, null);
                """);
        var runs = new AirflowRuns(compose).progress().orElseThrow();
        assertThat(runs.active()).isOne();
        assertThat(runs.succeeded()).isEqualTo(2);
        assertThat(runs.failed()).containsExactly(new Run("flights_month", "one"));
        assertThat(runs.failedTasks())
                .containsExactly(new Task(new Run("flights_month", "one"), "load", TaskState.FAILED, 9, 9, ""));
        assertThat(runs.retried())
                .containsExactly(
                        new Task(new Run("flights_month", "two"), "load", TaskState.UP_FOR_RETRY, 2, 9, "04:12:31"));
    }

    @Test
    void a_task_that_looks_at_its_load_again_and_again_waits_all_the_time() throws SQLException {
        run("""
                insert into dag_run (dag_id, run_id, state) values ('flights_month', 'one', 'running');
                insert into task_instance values
                    ('flights_month', 'one', 'load', 'up_for_reschedule', 1, 10, '2026-11-28 05:12:31+01');
                insert into task_reschedule select id from task_instance;
                """);
        var waiting = new Task(new Run("flights_month", "one"), "load", TaskState.UP_FOR_RESCHEDULE, 1, 11, "");
        for (var state : List.of("up_for_reschedule", "scheduled", "queued", "running")) {
            run("update task_instance set state = '%s', end_date = now()".formatted(state));
            assertThat(new AirflowRuns(compose).progress().orElseThrow().tasks())
                    .as(state)
                    .containsExactly(waiting);
        }
        run("update task_instance set state = 'failed', end_date = '2026-11-28 05:12:31+01'");
        assertThat(new AirflowRuns(compose).progress().orElseThrow().tasks())
                .containsExactly(
                        new Task(new Run("flights_month", "one"), "load", TaskState.FAILED, 1, 11, "04:12:31"));
    }

    @Test
    void before_the_tables_are_there_nothing_is_known() throws SQLException {
        run("drop table etl.load, dag_run");
        assertThat(new Ledger(compose).progress()).isEmpty();
        assertThat(new AirflowRuns(compose).progress()).isEmpty();
    }
}
