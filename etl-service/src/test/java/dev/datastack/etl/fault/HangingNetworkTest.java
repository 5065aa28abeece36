package dev.datastack.etl.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.etl.fault.WorkerProcess.Terms;
import dev.datastack.etl.warehouse.TestWarehouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * One connection goes silent, with both its sockets open. There is one worker and nobody else to help: it must notice by
 * itself, and get the load done.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends POSIX signals")
class HangingNetworkTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Terms TERMS = new Terms(1, Duration.ofSeconds(2), Duration.ofSeconds(4));

    @TempDir
    Path temporary = Path.of("");

    private DurableServer server;

    @BeforeEach
    void start() {
        server = DurableServer.in(temporary);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_answer_to_a_claim_never_comes() throws Exception {
        assertDoneAlthoughSilentAt(step -> step.isClaim() && step.session().loading());
    }

    @Test
    void rows_go_nowhere() throws Exception {
        assertDoneAlthoughSilentAt(step -> step.session().loading() && step.isCopyData());
    }

    @Test
    void the_commit_never_arrives_and_the_back_end_keeps_the_ledgers_row_locked() throws Exception {
        assertDoneAlthoughSilentAt(step -> step.session().loading() && step.isCommit());
    }

    @Test
    void a_worker_stops_in_good_order_although_its_load_hears_nothing() throws Exception {
        Terms patient = new Terms(1, Duration.ofMinutes(1), Duration.ofMinutes(5));
        CountDownLatch silent = new CountDownLatch(1);
        try (TestWarehouse warehouse = new TestWarehouse(server.newWarehouse(""));
                Proxy proxy = new Proxy(server.port())) {
            proxy.watch(step -> {
                if (step.session().loading() && step.isCopyData()) {
                    step.session().goDark();
                    silent.countDown();
                }
                return true;
            });
            InputFile.versionsOf("flights", "2013-01").get(0).publish(temporary);
            warehouse.request("flights", "2013-01");
            String url = server.through(proxy, warehouse.url());
            WorkerProcess worker = new WorkerProcess(url, temporary, temporary, patient).go();
            assertThat(silent.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            worker.close();
            assertThat(warehouse.text("SELECT status FROM etl.load")).isEqualTo("requested");
        }
    }

    private void assertDoneAlthoughSilentAt(Predicate<Step> moment) throws Exception {
        try (TestWarehouse warehouse = new TestWarehouse(server.newWarehouse(""));
                Proxy proxy = new Proxy(server.port())) {
            List<InputFile> versions = InputFile.versionsOf("flights", "2013-01");
            Undisturbed undisturbed = new Undisturbed(warehouse, temporary);
            undisturbed.run(versions);
            AtomicBoolean happened = new AtomicBoolean();
            proxy.watch(step -> {
                if (moment.test(step) && happened.compareAndSet(false, true)) {
                    step.session().goDark();
                }
                return true;
            });
            versions.get(0).publish(temporary);
            long load = warehouse.request("flights", "2013-01");
            String url = server.through(proxy, warehouse.url());
            try (WorkerProcess worker = new WorkerProcess(url, temporary, temporary, TERMS)) {
                worker.go();
                await().atMost(SOON).until(() -> warehouse.status(load).equals("done"));
            }
            assertThat(happened).isTrue();
            assertThat(warehouse.number("SELECT attempt FROM etl.load WHERE id = " + load))
                    .isEqualTo(2);
            assertThat(undisturbed.compare()).isEqualTo(Verdict.CLEAN);
        }
    }
}
