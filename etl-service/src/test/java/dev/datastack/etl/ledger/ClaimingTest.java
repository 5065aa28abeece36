package dev.datastack.etl.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.etl.warehouse.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whose turn it is, when loads have cost workers their lives, or wait for others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClaimingTest {

    private static final LeaseTerms TERMS = new LeaseTerms(Duration.ofSeconds(15), 3);
    private static final String EXPIRE = "UPDATE etl.load SET lease_until = clock_timestamp() - interval '1 second'";

    private final Ledger ledger = new Ledger(TERMS);
    private final TestWarehouse warehouse;

    ClaimingTest() throws SQLException {
        warehouse = new TestWarehouse();
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void a_load_that_kills_every_worker_is_given_up_early() throws SQLException {
        long id = warehouse.request("flights", "2013-01");
        for (int attempt = 1; attempt <= TERMS.maxDeaths(); attempt++) {
            assertThat(claim("one").map(Claim::attempt)).contains(attempt);
            warehouse.execute(EXPIRE);
        }
        assertThat(claim("one")).isEmpty();
        assertThat(warehouse.status(id)).isEqualTo("failed");
        assertThat(warehouse.text("SELECT error FROM etl.load"))
                .contains("2 of its workers died or stalled, the last was one.", "then request the load again");
        assertThat(warehouse.number("SELECT deaths FROM etl.load")).isEqualTo(TERMS.maxDeaths());
    }

    @Test
    void what_has_cost_a_worker_its_life_runs_one_at_a_time_and_keeps_its_turn() throws SQLException {
        long first = warehouse.request("flights", "2013-01");
        long second = warehouse.request("flights", "2013-02");
        claim("one");
        claim("two");
        warehouse.execute(EXPIRE);
        long fresh = warehouse.request("flights", "2013-03");
        assertThat(claim("three").map(Claim::id)).contains(first);
        assertThat(claim("four").map(Claim::id))
                .as("not beside another one that may kill")
                .contains(fresh);
        assertThat(claim("five")).isEmpty();
        warehouse.execute("UPDATE etl.load SET status = 'done', rows_read = 0, rows_loaded = 0, rows_rejected = 0"
                + " WHERE id = " + first);
        assertThat(claim("five").map(Claim::id)).contains(second);
    }

    @Test
    void of_such_loads_one_runs_also_when_many_workers_ask_at_once() throws Exception {
        for (int month = 1; month <= 9; month++) {
            warehouse.request("flights", "2013-0" + month);
        }
        warehouse.execute("UPDATE etl.load SET deaths = 1");
        ExecutorService pool = Executors.newFixedThreadPool(6);
        for (int round = 0; round < 20; round++) {
            List<Callable<Optional<Claim>>> asking = Collections.nCopies(6, () -> claim("any"));
            for (Future<Optional<Claim>> each : pool.invokeAll(asking)) {
                each.get();
            }
            assertThat(warehouse.number("SELECT count(*) FROM etl.load WHERE status = 'running'"))
                    .isEqualTo(1);
            warehouse.execute("UPDATE etl.load SET status = 'requested' WHERE status = 'running'");
        }
        pool.shutdownNow();
    }

    @Test
    void what_waits_for_a_need_is_not_looked_at() throws SQLException {
        warehouse.request("airports", "all");
        claim("one");
        warehouse.execute("""
                INSERT INTO etl.load (dataset, period, requested_by)
                SELECT 'weather', to_char(date '1000-01-01' + make_interval(months => m), 'YYYY-MM'), 'test'
                  FROM generate_series(1, 20000) m
                """);
        long flights = warehouse.request("flights", "2013-01");
        warehouse.execute("ANALYZE etl.load");
        String plan = warehouse
                .rows("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) "
                        + Claiming.CLAIM.replaceFirst("\\?", "'two'").replace("?", "15"))
                .toString();
        assertThat(plan)
                .doesNotContain("Seq Scan on load", "load_pkey on load w")
                .contains("load_waiting on load w");
        assertThat(warehouse.status(flights))
                .as("EXPLAIN ANALYZE has claimed it")
                .isEqualTo("running");
    }

    private Optional<Claim> claim(String worker) throws SQLException {
        try (Connection connection = warehouse.pool().getConnection()) {
            return ledger.claim(connection, worker);
        }
    }
}
