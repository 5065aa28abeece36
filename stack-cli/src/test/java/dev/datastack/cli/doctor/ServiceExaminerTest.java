package dev.datastack.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.diagnosis.Diagnosis;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.docker.ContainerJson;
import dev.datastack.cli.docker.ContainerState;
import dev.datastack.cli.docker.ServiceEvent;
import dev.datastack.cli.docker.ServiceEvent.Kind;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Finding;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.doctor.running.ServiceExaminer;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The states that are hard to hold still on a real engine. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceExaminerTest {
    private static final ServiceEvent OOM = new ServiceEvent("1abc", Kind.OUT_OF_MEMORY, OptionalInt.empty());

    private static List<Cause> causes(
            boolean oneShot, ContainerState state, ContainerHealth health, String more, ServiceEvent... events) {
        var service = new Service("a", oneShot, true, 1, false, "x", Map.of(), List.of());
        var container = ContainerJson.parse("{\"Id\":\"1abc\",\"HostConfig\":{\"Memory\":1}," + more + "}");
        int exitCode = container.state().exitCode();
        var findings = new Findings();
        new ServiceExaminer(
                        new ComposeModel("p", List.of(service)),
                        List.of(new ServiceState("1", "p-a-1", "a", state, health, exitCode, "", List.of())),
                        List.of(container),
                        new Diagnosis(List.of(events), Map.of()))
                .examine(findings);
        return findings.all().stream().map(Finding::cause).toList();
    }

    private static List<Cause> running(ContainerHealth health, int restarts, ServiceEvent... events) {
        return causes(false, ContainerState.RUNNING, health, "\"RestartCount\":" + restarts, events);
    }

    @Test
    void one_that_starts_is_healthy_or_has_recovered_is_no_finding() {
        assertThat(running(ContainerHealth.STARTING, 0)).isEmpty();
        assertThat(running(ContainerHealth.HEALTHY, 0)).isEmpty();
        assertThat(running(ContainerHealth.HEALTHY, 3)).isEmpty();
    }

    @Test
    void one_that_is_unhealthy_or_restarts() {
        assertThat(running(ContainerHealth.UNHEALTHY, 0)).containsExactly(Cause.SERVICE_UNHEALTHY);
        assertThat(running(ContainerHealth.STARTING, 4)).containsExactly(Cause.SERVICE_RESTARTS);
        assertThat(causes(false, ContainerState.RESTARTING, ContainerHealth.NONE, "\"RestartCount\":4"))
                .containsExactly(Cause.SERVICE_RESTARTS);
    }

    @Test
    void one_that_was_stopped_after_restarts_has_exited() {
        assertThat(causes(false, ContainerState.EXITED, ContainerHealth.NONE, "\"RestartCount\":1"))
                .containsExactly(Cause.SERVICE_ENDED);
    }

    @Test
    void one_whose_first_process_was_killed_for_memory_even_if_it_runs_again() {
        assertThat(running(ContainerHealth.HEALTHY, 1, OOM)).containsExactly(Cause.SERVICE_OUT_OF_MEMORY);
        assertThat(running(ContainerHealth.HEALTHY, 0, OOM))
                .as("a process beside it, which the kernel counts")
                .isEmpty();
    }

    @Test
    void one_that_the_engine_could_not_start() {
        assertThat(causes(
                        false,
                        ContainerState.CREATED,
                        ContainerHealth.NONE,
                        "\"State\":{\"Error\":\"exec: no such file\"}"))
                .containsExactly(Cause.SERVICE_NOT_STARTED);
    }

    @Test
    void a_one_shot_that_failed_and_one_that_did_its_work() {
        assertThat(causes(true, ContainerState.EXITED, ContainerHealth.NONE, "\"State\":{\"ExitCode\":3}"))
                .containsExactly(Cause.ONE_SHOT_FAILED);
        assertThat(causes(true, ContainerState.EXITED, ContainerHealth.NONE, "\"State\":{\"ExitCode\":0}"))
                .isEmpty();
    }

    @Test
    void services_without_a_container_are_one_finding() {
        var services = List.of("a", "b", "c").stream()
                .map(name -> new Service(name, false, true, 1, false, "x", Map.of(), List.of()))
                .toList();
        var state = new ServiceState("1", "p-b-1", "b", ContainerState.RUNNING, ContainerHealth.NONE, 0, "", List.of());
        var findings = new Findings();
        new ServiceExaminer(
                        new ComposeModel("p", services), List.of(state), List.of(), new Diagnosis(List.of(), Map.of()))
                .examine(findings);
        assertThat(findings.all()).singleElement().satisfies(found -> {
            assertThat(found.cause()).isEqualTo(Cause.SERVICE_ABSENT);
            assertThat(found.evidence()).isEqualTo("no container of: a, c");
        });
    }
}
