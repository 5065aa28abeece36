package dev.datastack.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The file of deploy/swarm: Docker takes it, and it keeps the house rules. */
@NeedsEngine
class SwarmIT {
    private static final String FILE = "deploy/swarm/stack.yaml";

    @Test
    void docker_takes_the_file_without_a_warning() {
        var finished = Shell.in(Repository.root()).run("docker", "stack", "config", "--compose-file", FILE);
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        assertThat(finished.errText()).isEmpty();
    }

    @Test
    void the_mode_of_the_endpoints_is_a_setting() {
        var services = services(Map.of("ENDPOINT_MODE", "dnsrr", "PUBLISH_MODE", "host", "WORKERS", "5", "TAG", "2"));
        assertThat(services).isNotEmpty().allSatisfy(service -> {
            assertThat(service.at("/deploy/endpoint_mode").asString()).isEqualTo("dnsrr");
            assertThat(service.path("image").asString()).endsWith(":2");
            assertThat(service.path("ports"))
                    .allSatisfy(port -> assertThat(port.path("mode").asString()).isEqualTo("host"));
        });
        assertThat(services.at("/etl-service/deploy/replicas").asInt()).isEqualTo(5);
    }

    @Test
    void a_service_is_confined_as_with_compose() {
        assertThat(services(Map.of())).isNotEmpty().allSatisfy(service -> {
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(service.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(service.at("/deploy/resources/limits").propertyNames()).contains("cpus", "memory", "pids");
            assertThat(service.path("image").asString())
                    .doesNotEndWith(":latest")
                    .matches(".+:.+");
        });
    }

    @Test
    void an_image_that_does_not_become_healthy_goes_back() {
        assertThat(services(Map.of()))
                .allSatisfy(service -> assertThat(service.at("/deploy/update_config/failure_action")
                                .asString())
                        .isEqualTo("rollback"));
    }

    /** A Swarm replaces what is unhealthy, so only a service that knows its own state has a probe. */
    @Test
    void no_probe_asks_another_service() {
        services(Map.of()).forEachEntry((name, service) -> {
            var probe = service.at("/healthcheck/test").toString();
            if (!service.at("/healthcheck/disable").asBoolean(false)) {
                assertThat(probe).as(name).contains("healthcheck").doesNotContain("//airflow-", "//postgres");
            }
        });
    }

    /** After a crash it reads its WAL, and one that is replaced meanwhile reads it from the start again: for ever. */
    @Test
    void the_database_has_a_quarter_of_an_hour_to_recover() {
        assertThat(services(Map.of()).at("/postgres/healthcheck/start_period").asString())
                .isEqualTo("15m0s");
    }

    private static JsonNode services(Map<String, String> settings) {
        var text =
                Shell.in(Repository.root()).with(settings).output("docker", "stack", "config", "--compose-file", FILE);
        return Yaml.documents(text).get(0).path("services");
    }
}
