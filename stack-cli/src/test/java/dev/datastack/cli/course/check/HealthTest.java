package dev.datastack.cli.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.docker.ContainerJson;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthTest {
    private static final Health BEFORE = health("healthy", probe(1, 0));

    private static String probe(int second, int exitCode) {
        return """
                {"Start": "2013-01-01T12:00:0%d.5+01:00", "ExitCode": %d, "Output": "answer %d\\n"}""".formatted(second, exitCode, second);
    }

    private static Health health(String status, String... probes) {
        return Health.of(ContainerJson.parse("""
                {"State": {"Status": "running", "Health": {"Status": "%s", "Log": [%s]}}}""".formatted(status, String.join(",", probes)))
                .state());
    }

    @Test
    void the_first_probe_after_a_look_may_have_begun_before_it() {
        assertThat(BEFORE.succeededSince(BEFORE)).isFalse();
        assertThat(health("healthy", probe(1, 0), probe(2, 0)).succeededSince(BEFORE))
                .isFalse();
        assertThat(health("healthy", probe(1, 0), probe(2, 0), probe(3, 0)).succeededSince(BEFORE))
                .isTrue();
    }

    @Test
    void a_probe_that_fails_is_no_success_though_the_service_is_still_called_healthy() {
        assertThat(health("healthy", probe(1, 0), probe(2, 0), probe(3, 1)).succeededSince(BEFORE))
                .isFalse();
        assertThat(health("unhealthy", probe(2, 0), probe(3, 0), probe(4, 1)).succeededSince(BEFORE))
                .isFalse();
    }

    @Test
    void the_words_tell_what_the_last_probe_got() {
        assertThat(health("unhealthy", probe(1, 0), probe(2, 7)).words())
                .isEqualTo("unhealthy; its last probe: exit code 7: answer 2");
        assertThat(health("starting").words()).isEqualTo("starting");
        assertThat(Health.of(ContainerJson.parse("{\"State\": {\"Status\": \"running\"}}")
                                .state())
                        .words())
                .isEqualTo("running, without a health check");
    }
}
