package dev.datastack.probe.hostile;

import dev.datastack.probe.contract.Agent;
import dev.datastack.probe.server.TestServer;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Some thousand random answers, each the same in every run; {@code -P long} takes more of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class RandomAnswersSuite {
    private static final int ANSWERS = Integer.getInteger("probe.answers", 1000);

    abstract Agent agent();

    @Test
    void no_random_answer_is_healthy_and_none_crashes_the_probe() {
        try (TestServer server = new TestServer(client -> {})) {
            for (int seed = 0; seed < ANSWERS; seed++) {
                boolean http = seed % 2 == 0;
                byte[] answer = http ? RandomAnswer.http(seed) : RandomAnswer.postgres(seed);
                server.talk(client -> {
                    client.getOutputStream().write(answer);
                    client.shutdownOutput();
                    client.getInputStream().readAllBytes();
                });
                List<String> command = http
                        ? List.of("http", server.url("/"), "--json", "a.b=what no answer holds", "--timeout", "5s")
                        : List.of("postgres", server.hostPort(), "--timeout", "5s");
                Refused.check(agent().run(command), 5000, "seed " + seed);
            }
        }
    }
}
