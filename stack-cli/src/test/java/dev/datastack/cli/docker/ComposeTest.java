package dev.datastack.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.Fixture;
import dev.datastack.cli.docker.ComposeModel.Port;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposeTest {
    private static final String CONTAINER = "5da846fbfb22432b4e316fd49754cd1dd9a96ebb8538cc558684c7980947525c";

    private final FakeRunner docker = new FakeRunner()
            .says("config --format json", Fixture.read("config.json"))
            .says("config --variables --format json", Fixture.read("config-variables.json"))
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
    void a_model_takes_one_look_which_every_compose_allows() {
        assertThat(compose.model().ports()).containsExactly(new Port("postgres", "127.0.0.1", 25432, 5432));
        assertThat(docker.calls()).containsExactly("docker compose --ansi never config --format json");
    }

    @Test
    void a_variable_has_the_default_of_the_compose_file() {
        assertThat(compose.variables()).containsEntry("POSTGRES_PORT", "5432").containsEntry("BASE_PREFIX", "");
    }

    @Test
    void states_are_read_one_object_a_line() {
        var states = compose.states();
        assertThat(states)
                .extracting(ServiceState::state)
                .containsExactly(
                        ContainerState.EXITED, ContainerState.CREATED, ContainerState.RUNNING, ContainerState.EXITED);
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
        var lines = Fixture.read("events.jsonl").lines().toList();
        assertThat(lines).anyMatch(line -> line.contains("exec_create"));
        assertThat(lines.stream().flatMap(line -> ServiceEvent.parse(line).stream()))
                .hasSize((int)
                        lines.stream().filter(line -> !line.contains("\"exec_")).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{\"action\":\"die\",\"attri", ""})
    void a_line_that_is_no_event_is_passed_over(String line) {
        assertThat(ServiceEvent.parse(line)).isEmpty();
    }

    /** The same words from Compose 2.40 and 5.6, and from the engine itself. */
    @ParameterizedTest
    @ValueSource(strings = {"oom-compose-2.40.jsonl", "oom-compose-5.6.jsonl"})
    void a_kill_for_memory_and_an_end_are_told_with_the_exit_code(String recorded) {
        var events = Fixture.read(recorded)
                .lines()
                .flatMap(line -> ServiceEvent.parse(line).stream())
                .toList();
        assertThat(events)
                .containsSubsequence(
                        new ServiceEvent(CONTAINER, ServiceEvent.Kind.OUT_OF_MEMORY, OptionalInt.empty()),
                        new ServiceEvent(CONTAINER, ServiceEvent.Kind.ENDED, OptionalInt.of(137)));
    }

    @Test
    void the_engine_is_asked_for_the_last_ends_of_containers() {
        docker.says("docker events", Fixture.read("oom-engine.jsonl"));
        assertThat(new Docker(docker).lately(List.of(CONTAINER)))
                .containsSubsequence(
                        new ServiceEvent(CONTAINER, ServiceEvent.Kind.OUT_OF_MEMORY, OptionalInt.empty()),
                        new ServiceEvent(CONTAINER, ServiceEvent.Kind.ENDED, OptionalInt.of(137)));
        assertThat(docker.calls()).last().asString().contains("--until 0s", "--filter container=" + CONTAINER);
        assertThat(new Docker(docker).lately(List.of())).isEmpty();
    }

    @Test
    void a_container_that_goes_away_while_compose_looks_is_no_failure() {
        var looks = new AtomicInteger();
        docker.on(
                "ps -a",
                call -> looks.incrementAndGet() < 3
                        ? FakeRunner.finished(call, 1, "", "Error response from daemon: No such container: 1f2e")
                        : FakeRunner.finished(call, 0, Fixture.read("ps-one-failed.jsonl"), ""));
        assertThat(compose.states()).hasSize(4);
    }

    @Test
    void a_detail_has_the_last_words_of_the_probe() {
        docker.says("docker inspect", Fixture.read("inspect.json"));
        assertThat(new Docker(docker).inspect(List.of("58522ab2a24a")))
                .filteredOn(detail -> detail.id().startsWith("58522ab2a24a"))
                .singleElement()
                .satisfies(detail -> {
                    assertThat(detail.lastProbe()).isEqualTo("probe says fine");
                    assertThat(detail.hostConfig().memory()).isEqualTo(64L << 20);
                });
    }
}
