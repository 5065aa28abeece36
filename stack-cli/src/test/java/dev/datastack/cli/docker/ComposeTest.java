package dev.datastack.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.Fixture;
import dev.datastack.cli.docker.ComposeModel.Port;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposeTest {
    private final FakeRunner docker = new FakeRunner()
            .says("config --format json", Fixture.read("config.json"))
            .says("config --no-interpolate --format json", Fixture.read("config-raw.json"))
            .says("ps -a", Fixture.read("ps-one-failed.jsonl"));
    private final Compose compose = new Compose(docker, Path.of("/stack"));

    @Test
    void a_one_shot_is_what_another_service_waits_for_the_end_of() {
        assertThat(compose.model().services())
                .filteredOn(ComposeModel.Service::oneShot)
                .extracting(ComposeModel.Service::name)
                .containsExactly("secrets", "bad");
    }

    @Test
    void a_service_scaled_to_nothing_is_built_and_not_run() {
        var agent = compose.model().service("agent").orElseThrow();
        assertThat(agent.built()).isTrue();
        assertThat(agent.runs()).isFalse();
    }

    @Test
    void services_come_in_start_order() {
        assertThat(compose.model().running())
                .extracting(ComposeModel.Service::name)
                .containsExactly("secrets", "postgres", "bad", "late");
    }

    @Test
    void a_port_knows_the_variable_it_comes_from() {
        assertThat(compose.model().ports())
                .containsExactly(new Port("postgres", "127.0.0.1", 25432, 5432, "POSTGRES_PORT"));
    }

    @Test
    void states_are_read_one_object_a_line() {
        var states = compose.states();
        assertThat(states).extracting(ServiceState::state).containsExactly("exited", "created", "running", "exited");
        assertThat(states.get(2).ports()).containsExactly(25432);
        assertThat(states.get(0).exitCode()).isEqualTo(3);
    }

    @Test
    void states_are_read_as_an_array_as_well() {
        docker.says(
                "ps -a",
                "["
                        + String.join(
                                ",", Fixture.read("ps-one-failed.jsonl").lines().toList()) + "]");
        assertThat(compose.states()).hasSize(4);
    }

    @Test
    void a_probes_own_events_are_left_out() {
        var events = Fixture.read("events.jsonl")
                .lines()
                .flatMap(line -> ServiceEvent.parse(line).stream())
                .toList();
        assertThat(events)
                .contains(new ServiceEvent("postgres", "health_status: healthy"))
                .noneMatch(event -> event.action().startsWith("exec_"));
        assertThat(ServiceEvent.parse("not json")).isEmpty();
    }

    @Test
    void a_detail_has_the_last_words_of_the_probe() {
        docker.says("docker inspect", Fixture.read("inspect.json"));
        assertThat(new Docker(docker).inspect(List.of("58522ab2a24a")))
                .filteredOn(detail -> detail.id().startsWith("58522ab2a24a"))
                .singleElement()
                .satisfies(detail -> {
                    assertThat(detail.lastProbe()).isEqualTo("probe says fine");
                    assertThat(detail.memoryLimit()).isEqualTo(64L << 20);
                });
    }
}
