package dev.datastack.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RestraintTest {
    private static JsonNode restrained(String settings) {
        var model = (ObjectNode) Sandboxes.json("{\"services\": {\"a\": {" + settings + "}}}");
        new Restraint(Bounds.USUAL, 2.0).on(model);
        return model.at("/services/a");
    }

    private static String limits(String settings) {
        var limits = restrained(settings).at("/deploy/resources/limits");
        return limits.path("memory").asString() + " " + limits.path("cpus").asString("-") + " "
                + limits.path("pids").asString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "image": "x"                                                                   | 4000000000 2.0 1000
            "mem_limit": "67108864", "cpus": 0.5, "pids_limit": 20                         | 67108864 0.5 20
            "deploy": {"resources": {"limits": {"memory": "64", "cpus": 0.5, "pids": 3}}}  | 64 0.5 3
            "mem_limit": "64000000000", "cpus": 64, "pids_limit": -1                       | 4000000000 2.0 1000
            "cpu_quota": "50000", "cpu_period": "100000"                                   | 4000000000 - 1000
            """)
    void of_two_limits_the_smaller_one_counts_in_whatever_words_it_is_said(String settings, String limits) {
        assertThat(limits(settings)).isEqualTo(limits);
    }

    @Test
    void a_limit_is_said_once_because_compose_refuses_two() {
        assertThat(restrained("\"mem_limit\": \"64\", \"cpus\": 1, \"pids_limit\": 5")
                        .propertyNames())
                .doesNotContain("mem_limit", "cpus", "pids_limit");
    }

    @Test
    void a_container_stops_soon_logs_little_and_on_this_machine() {
        var service = restrained("""
                "stop_grace_period": "1h0m0s", "pre_stop": [{"command": ["sleep", "inf"]}], "oom_score_adj": -1000,
                "logging": {"driver": "syslog", "options": {"syslog-address": "tcp://192.0.2.1:514"}}""");
        assertThat(service.path("stop_grace_period").asString()).isEqualTo("5s");
        assertThat(service.path("logging").toString())
                .isEqualTo("{\"driver\":\"json-file\",\"options\":{\"max-size\":\"10m\"}}");
        assertThat(service.propertyNames()).doesNotContain("pre_stop", "oom_score_adj");
    }
}
