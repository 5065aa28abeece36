package dev.datastack.probe.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.probe.contract.Agent.Result;
import dev.datastack.probe.contract.NativeBinary;
import dev.datastack.probe.contract.ProcessAgent;
import dev.datastack.probe.server.TestServer;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The collector of TeaVM's C back end, kept in and made to log, has nothing to say: no probe needs it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CollectorIT {
    private static final String LOGGED = "-DWITH_COLLECTOR -DTEAVM_GC_STATS=1";
    private static final String SMALL = " -DHEAP_BYTES=1048576";
    private static final String COLLECTION = "Garbage collection";

    @ParameterizedTest
    @MethodSource("dev.datastack.probe.gates.WorstCase#all")
    void no_probe_starts_a_collection(WorstCase worst) {
        Result result = ask(LOGGED, worst);
        assertThat(result.err()).contains("[GC] Heap resized to 67108864 bytes").doesNotContain(COLLECTION);
        assertThat(result.exitCode()).as(result.line()).isIn(0, 1);
    }

    @Test
    void a_collection_would_be_logged() {
        assertThat(ask(LOGGED + SMALL, large()).err()).contains(COLLECTION);
    }

    @Test
    void without_a_collector_a_full_heap_is_unhealthy_in_plain_words() {
        Result result = ask(SMALL.strip(), large());
        assertThat(result.line()).isEqualTo("unhealthy: the probe ran out of memory");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    private static WorstCase large() {
        return WorstCase.all().get(0);
    }

    private static Result ask(String defines, WorstCase worst) {
        try (TestServer server = new TestServer(worst.talk())) {
            List<String> binary = List.of(NativeBinary.path(defines).toString());
            return new ProcessAgent(binary).run(worst.against(server));
        }
    }
}
