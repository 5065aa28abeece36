package dev.datastack.probe.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.datastack.probe.command.Healthcheck;
import dev.datastack.probe.contract.InProcessAgent;
import dev.datastack.probe.jvm.JvmHost;
import dev.datastack.probe.jvm.JvmNet;
import dev.datastack.probe.server.TestServer;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The native build gives nothing back, so what a probe allocates in all must fit into its heap of 64 MB many times. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AllocationTest {
    private static final long BUDGET = 16L << 20;

    /** A pause of two seconds between attempts, and a {@code wait} of fifteen minutes at most. */
    private static final int ATTEMPTS_OF_A_WAIT = 460;

    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @MethodSource("dev.datastack.probe.gates.WorstCase#all")
    void the_worst_that_a_server_can_say_stays_within_the_budget(WorstCase worst) {
        try (TestServer server = new TestServer(worst.talk())) {
            List<String> command = worst.against(server);
            var result = new InProcessAgent().run(command);
            assertThat(result.millis()).as(result.line()).isLessThan(60_000);
            assertThat(allocated(command)).as(result.line()).isLessThan(BUDGET);
        }
    }

    @Test
    void the_longest_wait_stays_within_the_budget() {
        List<String> command = List.of("wait", "--for", "2s", "tcp", "127.0.0.1:1", "--and", "http", "http://[::1]:1/");
        assertThat(allocated(command) / 5 * ATTEMPTS_OF_A_WAIT).isLessThan(BUDGET);
    }

    @Test
    void a_probe_that_allocates_more_would_be_seen() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        byte[] planted = new byte[(int) BUDGET];
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isGreaterThanOrEqualTo(planted.length);
    }

    private static long allocated(List<String> command) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Healthcheck.run(command, new JvmHost(SILENT, SILENT), new JvmNet());
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
