package dev.datastack.acceptance.confinement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Container;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.RunningStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What {@code docker inspect} shows. Each exception is named here, with the reason in docker-compose.yml. */
@NeedsEngine
class HardeningIT {
    private static final Set<String> LONG_RUNNING = Set.of(
            "postgres", "airflow-webserver", "airflow-scheduler", "airflow-dag-processor", "pgadmin", "etl-service");
    private static final Set<String> ONE_SHOT = Set.of("secrets", "airflow-init");
    /** It gives each folder of the secrets volume to the user of another service. */
    private static final String ROOT_EXCEPTION = "secrets";

    @Test
    void the_services_are_those_of_the_design(RunningStack stack) {
        var containers = stack.healthy().containers();
        assertThat(containers)
                .filteredOn(Container::running)
                .extracting(Container::service)
                .containsExactlyInAnyOrderElementsOf(LONG_RUNNING);
        assertThat(containers)
                .filteredOn(one -> !one.running())
                .extracting(Container::service)
                .containsExactlyInAnyOrderElementsOf(ONE_SHOT);
    }

    @Test
    void every_container_holds_as_little_as_it_can(RunningStack stack) {
        forEach(stack.healthy(), LONG_RUNNING, ONE_SHOT, softly -> one -> {
            softly.assertThat(one.at("/HostConfig/ReadonlyRootfs").asBoolean())
                    .as("%s read-only root", one)
                    .isTrue();
            softly.assertThat(one.at("/HostConfig/Privileged").asBoolean())
                    .as("%s privileged", one)
                    .isFalse();
            softly.assertThat(one.texts("/HostConfig/CapDrop"))
                    .as("%s cap_drop", one)
                    .containsExactly("ALL");
            softly.assertThat(one.texts("/HostConfig/SecurityOpt"))
                    .as("%s security_opt", one)
                    .containsExactly("no-new-privileges:true");
            softly.assertThat(one.at("/HostConfig/Memory").asLong())
                    .as("%s memory limit", one)
                    .isPositive();
            softly.assertThat(one.at("/HostConfig/NanoCpus").asLong())
                    .as("%s cpu limit", one)
                    .isPositive();
            softly.assertThat(one.at("/HostConfig/PidsLimit").asLong())
                    .as("%s pids limit", one)
                    .isPositive();
            softly.assertThat(one.at("/HostConfig/Init").asBoolean())
                    .as("%s init", one)
                    .isTrue();
            softly.assertThat(one.at("/HostConfig/LogConfig/Config/max-size").isString())
                    .as("%s log rotation", one)
                    .isTrue();
            softly.assertThat(one.at("/HostConfig/PidMode").asString())
                    .as("%s pid mode", one)
                    .isEmpty();
        });
    }

    @Test
    void only_the_container_that_fills_the_secrets_is_root_and_has_two_capabilities(RunningStack stack) {
        forEach(stack.healthy(), LONG_RUNNING, ONE_SHOT, softly -> one -> {
            var user = one.at("/Config/User").asString();
            var added = one.texts("/HostConfig/CapAdd");
            if (one.service().equals(ROOT_EXCEPTION)) {
                softly.assertThat(user).isEqualTo("0:0");
                softly.assertThat(added).containsExactlyInAnyOrder("CAP_CHOWN", "CAP_DAC_OVERRIDE");
                softly.assertThat(one.at("/HostConfig/NetworkMode").asString()).isEqualTo("none");
            } else {
                softly.assertThat(user).as("%s user", one).matches("[1-9][0-9]*(:[0-9]+)?");
                softly.assertThat(added).as("%s cap_add", one).isEmpty();
            }
        });
    }

    @Test
    void what_runs_for_long_has_a_probe_and_comes_back(RunningStack stack) {
        forEach(stack.healthy(), LONG_RUNNING, Set.of(), softly -> one -> {
            softly.assertThat(one.health()).as("%s health", one).isEqualTo("healthy");
            softly.assertThat(one.texts("/Config/Healthcheck/Test"))
                    .as("%s probe", one)
                    .startsWith("CMD", "healthcheck");
            softly.assertThat(one.at("/HostConfig/RestartPolicy/Name").asString())
                    .as("%s restart", one)
                    .isEqualTo("unless-stopped");
        });
        forEach(stack.healthy(), Set.of(), ONE_SHOT, softly -> one -> {
            softly.assertThat(one.exitCode()).as("%s exit code", one).isZero();
            softly.assertThat(one.at("/HostConfig/RestartPolicy/Name").asString())
                    .as("%s restart", one)
                    .isEqualTo("no");
        });
    }

    @Test
    void no_secret_is_in_the_configuration_of_any_container(RunningStack stack) {
        var project = stack.healthy();
        var secrets = SecretValues.of(project);
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(9);
        for (var container : project.containers()) {
            assertThat(container.inspected().toString()).as(container.service()).doesNotContain(secrets);
        }
    }

    @Test
    void a_service_mounts_its_own_secrets_and_can_change_nothing_there(RunningStack stack) {
        for (var service : LONG_RUNNING) {
            var write = stack.healthy().exec(service, "touch", "/run/secrets/new");
            assertThat(write.well()).as(service).isFalse();
            assertThat(write.errText()).as(service).containsIgnoringCase("read-only");
        }
    }

    private static void forEach(
            Project project, Set<String> some, Set<String> more, Function<SoftAssertions, Consumer<Container>> check) {
        var wanted = new ArrayList<>(some);
        wanted.addAll(more);
        List<Container> containers = project.containers().stream()
                .filter(one -> wanted.contains(one.service()))
                .toList();
        assertThat(containers).extracting(Container::service).containsExactlyInAnyOrderElementsOf(wanted);
        SoftAssertions.assertSoftly(softly -> containers.forEach(check.apply(softly)));
    }
}
