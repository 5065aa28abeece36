package dev.datastack.etl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.datastack.etl.warehouse.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerTest {

    private static final LeaseTerms TERMS = new LeaseTerms(Duration.ofSeconds(15), 3);
    private static final String EXPIRE = "UPDATE etl.load SET lease_until = clock_timestamp() - interval '1 second'";

    private final Ledger ledger = new Ledger(TERMS);
    private final TestWarehouse warehouse;

    LedgerTest() throws SQLException {
        warehouse = new TestWarehouse();
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void an_equal_request_joins_the_one_that_waits() throws SQLException {
        long first = warehouse.request("flights", "2013-01");
        assertThat(warehouse.request("flights", "2013-01")).isEqualTo(first);
        assertThat(warehouse.request("flights", "2013-02")).isNotEqualTo(first);
        claim("one");
        assertThat(warehouse.request("flights", "2013-01"))
                .as("the first one reads already, perhaps an older file")
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    flight  | 2013-01 | There is no dataset "flight" | Known: airlines, airports, flights, planes, timezones, weather
                    flights | 2013-13 | Dataset "flights" is loaded by the month | Write a month as 2013-01
                    flights | all     | Dataset "flights" is loaded by the month | Write a month as 2013-01
                    planes  | 2013-01 | Dataset "planes" is one file | Its only period is "all"
                    """)
    void a_request_for_what_does_not_exist_is_refused_at_once(
            String dataset, String period, String error, String hint) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> warehouse.request(dataset, period))
                .withMessageContaining(error)
                .withMessageContaining(hint);
    }

    @Test
    void before_the_first_worker_a_request_is_told_that_nothing_is_declared_yet() throws SQLException {
        warehouse.execute("DELETE FROM etl.dataset");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> warehouse.request("flights", "2013-01"))
                .withMessageContaining(
                        "There is no dataset \"flights\": none is declared yet, because no worker has started")
                .withMessageContaining(
                        "Hint: A worker declares them when it starts: start the service etl-service. With Docker Compose: docker compose up -d --wait etl-service")
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("22023"));
    }

    @Test
    void the_request_that_was_redefined_is_still_not_everybodys() throws SQLException {
        assertThat(warehouse.text("SELECT proacl::text FROM pg_proc WHERE proname = 'request_load'"))
                .contains("orchestrator=X")
                .doesNotContain("{=X", ",=X");
    }

    @Test
    void the_oldest_request_is_claimed_first_and_only_once() throws SQLException {
        long first = warehouse.request("flights", "2013-01");
        long second = warehouse.request("flights", "2013-02");
        assertThat(claim("one").map(Claim::id)).contains(first);
        assertThat(claim("two").map(Claim::id)).contains(second);
        assertThat(claim("three")).isEmpty();
    }

    @Test
    void a_claim_remembers_worker_and_back_end() throws SQLException {
        warehouse.request("flights", "2013-01");
        try (Connection connection = warehouse.pool().getConnection()) {
            ledger.claim(connection, "etl-service test worker-1");
            assertThat(warehouse.rows("""
                            SELECT l.status, l.attempt, l.fence, l.worker
                              FROM etl.load l JOIN pg_stat_activity a ON a.pid = l.backend_pid
                               AND a.backend_start = l.backend_start AND a.application_name = l.worker
                            """)).containsExactly(List.of("running", "1", "1", "etl-service test worker-1"));
        }
    }

    @Test
    void two_loads_of_the_same_month_never_run_at_once() throws Exception {
        warehouse.request("flights", "2013-01");
        Claim running = claim("one").orElseThrow();
        long next = warehouse.request("flights", "2013-01");
        assertThat(claim("two")).isEmpty();
        try (Connection connection = warehouse.pool().getConnection()) {
            ledger.failed(connection, running, "file", "error");
        }
        assertThat(claim("two").map(Claim::id)).contains(next);
    }

    @Test
    void a_renewed_lease_is_kept_and_one_that_runs_out_is_taken() throws SQLException {
        warehouse.request("flights", "2013-01");
        Claim claim = claim("one").orElseThrow();
        warehouse.execute(EXPIRE);
        try (Connection connection = warehouse.pool().getConnection()) {
            assertThat(new Leases(TERMS).renew(connection, Map.of(claim, ""))).containsExactly(claim);
        }
        assertThat(claim("two")).isEmpty();
        warehouse.execute(EXPIRE);
        Claim taken = claim("two").orElseThrow();
        assertThat(taken).isEqualTo(new Claim(claim.id(), "flights", "2013-01", 2, claim.fence() + 1));
        try (Connection connection = warehouse.pool().getConnection()) {
            assertThat(new Leases(TERMS).renew(connection, Map.of(claim, ""))).isEmpty();
        }
    }

    @Test
    void a_load_that_hangs_before_its_commit_does_not_hold_up_the_renewal_of_the_others() throws Exception {
        warehouse.request("flights", "2013-01");
        warehouse.request("flights", "2013-02");
        Claim hanging = claim("one").orElseThrow();
        Claim other = claim("two").orElseThrow();
        try (Connection load = warehouse.pool().getConnection();
                Connection keeper = warehouse.pool().getConnection();
                Statement limit = keeper.createStatement()) {
            limit.execute("SET lock_timeout = '1s'");
            load.setAutoCommit(false);
            ledger.done(load, hanging, new Counts("file", "sha", 1, 1, 0));
            assertThat(new Leases(TERMS).renew(keeper, Map.of(hanging, "", other, "")))
                    .containsExactly(other);
            load.rollback();
        }
    }

    @Test
    void an_old_fence_changes_nothing() throws SQLException {
        warehouse.request("flights", "2013-01");
        Claim old = claim("one").orElseThrow();
        warehouse.execute(EXPIRE);
        assertThat(claim("two")).isPresent();
        try (Connection connection = warehouse.pool().getConnection()) {
            assertThatExceptionOfType(LeaseLostException.class)
                    .isThrownBy(() -> ledger.done(connection, old, new Counts("file", "sha", 1, 1, 0)));
            assertThatExceptionOfType(LeaseLostException.class)
                    .isThrownBy(() -> ledger.failed(connection, old, "file", "error"));
            assertThatExceptionOfType(LeaseLostException.class)
                    .isThrownBy(() -> ledger.retry(connection, old, "error", Duration.ZERO));
            assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> ledger.handBack(connection, old));
        }
        assertThat(warehouse.rows("SELECT status, worker, fence FROM etl.load"))
                .containsExactly(List.of("running", "two", "2"));
    }

    @Test
    void what_was_handed_back_does_not_count_as_an_attempt() throws Exception {
        warehouse.request("flights", "2013-01");
        try (Connection connection = warehouse.pool().getConnection()) {
            ledger.handBack(connection, ledger.claim(connection, "one").orElseThrow());
        }
        assertThat(claim("two").map(Claim::attempt)).contains(1);
    }

    @Test
    void another_attempt_waits_for_its_time() throws Exception {
        warehouse.request("flights", "2013-01");
        try (Connection connection = warehouse.pool().getConnection()) {
            ledger.retry(connection, ledger.claim(connection, "one").orElseThrow(), "error", Duration.ofHours(1));
        }
        assertThat(claim("two")).isEmpty();
        warehouse.execute("UPDATE etl.load SET not_before = clock_timestamp()");
        assertThat(claim("two").map(Claim::attempt)).contains(2);
    }

    private Optional<Claim> claim(String worker) throws SQLException {
        try (Connection connection = warehouse.pool().getConnection()) {
            return ledger.claim(connection, worker);
        }
    }
}
