package dev.datastack.cli.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.docker.ContainerJson;
import dev.datastack.cli.docker.ContainerState;
import dev.datastack.cli.docker.ServiceEvent;
import dev.datastack.cli.docker.ServiceEvent.Kind;
import dev.datastack.cli.docker.ServiceState;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DiagnosisTest {
    private static final ServiceEvent OOM = new ServiceEvent("1abc", Kind.OUT_OF_MEMORY, OptionalInt.empty());
    private static final ServiceEvent KILLED = ended(137);

    private static ServiceEvent ended(int exitCode) {
        return new ServiceEvent("1abc", Kind.ENDED, OptionalInt.of(exitCode));
    }

    private static ServiceState container(ContainerState state, ContainerHealth health) {
        return new ServiceState("1", "p-a-1", "a", state, health, 0, "", List.of());
    }

    private static Container detail(boolean outOfMemory, int restarts, int exitCode) {
        return ContainerJson.parse("""
                {"Id": "1abc", "RestartCount": %d, "State": {"OOMKilled": %s, "ExitCode": %d},
                 "HostConfig": {"Memory": %d}}""".formatted(restarts, outOfMemory, exitCode, 16 << 20));
    }

    private static How how(ContainerState state, Container detail, ServiceEvent... events) {
        return new Diagnosis(List.of(events), Map.of("p-a-1", "15MiB / 16MiB"))
                .of(container(state, ContainerHealth.UNHEALTHY), detail);
    }

    @Test
    void a_container_that_runs_again_was_killed_for_memory_though_inspect_has_forgotten_it() {
        assertThat(how(ContainerState.RUNNING, detail(false, 33, 0), OOM, KILLED, OOM, KILLED))
                .isEqualTo(new How.KilledForMemory(true, 2, 16 << 20, "15MiB / 16MiB"));
    }

    @Test
    void what_the_engine_says_at_the_end_counts_as_well() {
        assertThat(how(ContainerState.EXITED, detail(true, 0, 137)))
                .isEqualTo(new How.KilledForMemory(true, 0, 16 << 20, ""));
    }

    @Test
    void one_that_was_asked_to_end_and_was_killed_when_it_did_not_has_exited() {
        var stopped = new ServiceEvent("1abc", Kind.STOPPED, OptionalInt.empty());
        assertThat(how(ContainerState.EXITED, detail(false, 0, 137), KILLED, stopped))
                .isEqualTo(new How.Ended(137));
    }

    @ParameterizedTest
    @CsvSource({"9, true", "15, true", "1, false"})
    void one_that_a_command_has_killed_was_not_killed_for_memory(String signal, boolean asked) {
        var kill = ServiceEvent.parse("{\"id\": \"1abc\", \"action\": \"kill\", \"attributes\": {\"signal\": \"%s\"}}"
                        .formatted(signal))
                .orElseThrow();
        assertThat(how(ContainerState.EXITED, detail(false, 0, 137), kill, KILLED))
                .isEqualTo(asked ? new How.Ended(137) : new How.KilledForMemory(false, 0, 16 << 20, ""));
    }

    @Test
    void one_that_was_stopped_by_hand_has_exited_though_a_process_of_it_was_killed_before() {
        var stopped = new ServiceEvent("1abc", Kind.STOPPED, OptionalInt.empty());
        assertThat(how(ContainerState.EXITED, detail(true, 0, 0), OOM, ended(0), stopped))
                .isEqualTo(new How.Ended(0));
    }

    @Test
    void a_kill_below_a_limit_that_nobody_saw_is_called_likely() {
        assertThat(how(ContainerState.RUNNING, detail(false, 4, 0), KILLED).text())
                .startsWith(
                        "was killed with exit code 137, most likely because it was out of memory (its limit is 16 MB");
    }

    @Test
    void a_kill_that_the_engine_has_forgotten_may_have_been_a_command() {
        assertThat(how(ContainerState.EXITED, detail(false, 0, 137))).isEqualTo(new How.Killed());
    }

    @Test
    void one_that_is_paused_is_cured_by_the_command_for_it() {
        var paused = how(ContainerState.PAUSED, detail(false, 0, 0));
        assertThat(paused.text()).isEqualTo("is paused");
        assertThat(paused.cure("postgres")).isEqualTo("docker compose unpause postgres");
    }

    @Test
    void the_exit_code_of_a_loop_is_that_of_its_last_end() {
        assertThat(how(ContainerState.RUNNING, detail(false, 4, 0), ended(2), ended(1)))
                .isEqualTo(new How.Restarted(4, 1));
    }

    @Test
    void the_events_of_another_container_say_nothing_of_this_one() {
        var other = new ServiceEvent("2def", Kind.OUT_OF_MEMORY, OptionalInt.empty());
        assertThat(how(ContainerState.RUNNING, detail(false, 0, 0), other).text())
                .isEqualTo("runs but is unhealthy");
    }

    @Test
    void the_cure_doubles_the_limit_in_the_words_of_the_compose_file() {
        assertThat(new How.KilledForMemory(true, 1, 16 << 20, "").cure("a"))
                .endsWith("services: {a: {deploy: {resources: {limits: {memory: 32M}}}}}");
        assertThat(new How.Ended(3).cure("a")).isEmpty();
    }

    @Test
    void a_container_of_a_network_that_was_removed_is_cured_by_a_new_container() {
        assertThat(new How.NotStarted("failed to set up container networking: network 10406f14 not found").cure("a"))
                .isEqualTo("./stack down (it keeps the data)");
        assertThat(new How.NotStarted("exec: \"x\": not found").cure("a")).isEmpty();
    }
}
