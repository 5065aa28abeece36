package dev.datastack.cli.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.FakeTime;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.startup.StartRecord.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start at midnight, as the fake clock has it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordingTest {
    private static final ComposeModel MODEL = new ComposeModel(
            "p",
            List.of(
                    new Service("secrets", true, false, 1, false, "", Map.of(), List.of()),
                    new Service(
                            "postgres",
                            false,
                            true,
                            1,
                            false,
                            "",
                            Map.of("secrets", "service_completed_successfully"),
                            List.of())));
    private static final String STATES = """
            {"ID":"11","Service":"secrets","State":"exited"}
            {"ID":"22","Service":"postgres","State":"running","Health":"healthy"}
            """;
    private static final String SECRETS = """
            {"Id":"11aa","Created":"2026-01-01T00:00:01Z","State":{"Status":"exited","StartedAt":"2026-01-01T00:00:02Z",
             "FinishedAt":"2026-01-01T00:00:03Z","ExitCode":0},"Config":{"Labels":{"com.docker.compose.service":"secrets"}}}""";
    private static final String POSTGRES = """
            {"Id":"22bb","Created":"2026-01-01T00:00:01Z","State":{"Status":"running","Running":true,
             "StartedAt":"2026-01-01T00:00:04Z","FinishedAt":"0001-01-01T00:00:00Z","Health":{"Log":[PROBES]}},
             "Config":{"Labels":{"com.docker.compose.service":"postgres"}}}""";
    private static final String PROBE =
            "{\"Start\":\"2026-01-01T00:00:06Z\",\"End\":\"2026-01-01T00:00:07Z\",\"ExitCode\":0}";

    @TempDir
    private Path root;

    private final FakeTime time = new FakeTime();
    private final FakeScreen screen = FakeScreen.pipe();
    private final FakeRunner runner = new FakeRunner().says("ps -a", STATES);
    private final Compose compose = new Compose(runner, Path.of("."));
    private final Docker docker = new Docker(runner);

    private Recording recording() {
        inspected(SECRETS, POSTGRES.replace("PROBES", PROBE));
        return new Recording(root, MODEL, time, screen.terminal());
    }

    private void inspected(String... containers) {
        runner.says("docker inspect", "[" + String.join(",", containers).replace("\n", "") + "]");
    }

    private StartRecord kept() {
        return new StartFiles(root).newest(1, line -> {}).get(0);
    }

    private void passes(long seconds) {
        time.sleep(Duration.ofSeconds(seconds));
    }

    private static Instant second(int second) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second);
    }

    @Test
    void times_are_those_of_the_engine_and_not_of_the_look() {
        var recording = recording();
        var sightings = recording.watching(compose, docker);
        passes(30);
        sightings.look(compose.states());
        recording.ready();
        var start = kept();
        assertThat(start.outcome()).isEqualTo(Outcome.READY);
        assertThat(start.ended()).isEqualTo(second(30));
        var postgres = start.service("postgres").orElseThrow();
        assertThat(postgres.created()).contains(second(1));
        assertThat(postgres.ready()).contains(second(7));
        assertThat(postgres.exact()).isTrue();
        assertThat(start.service("secrets").orElseThrow().ready()).contains(second(3));
    }

    @Test
    void where_the_engine_has_dropped_the_first_success_the_look_is_the_latest_it_can_be() {
        var recording = recording();
        var sightings = recording.watching(compose, docker);
        inspected(SECRETS, POSTGRES.replace("PROBES", ""));
        passes(9);
        sightings.look(compose.states());
        recording.ready();
        var postgres = kept().service("postgres").orElseThrow();
        assertThat(postgres.ready()).contains(second(9));
        assertThat(postgres.exact()).isFalse();
    }

    @Test
    void the_engine_is_asked_once_for_each_container_that_becomes_healthy() {
        var sightings = recording().watching(compose, docker);
        assertThat(sightings.look(compose.states())).isOne();
        assertThat(sightings.look(compose.states())).isZero();
        assertThat(sightings.look(List.<ServiceState>of())).isZero();
    }

    @Test
    void what_ran_before_and_was_left_alone_is_recorded_as_that() {
        var recording = recording();
        var sightings = recording.watching(compose, docker);
        sightings.old(docker.inspect(List.of("22")).stream()
                .filter(container -> container.id().startsWith("22"))
                .toList());
        sightings.look(compose.states());
        recording.ready();
        assertThat(kept().service("postgres").orElseThrow().ranBefore()).isTrue();
        assertThat(kept().service("secrets").orElseThrow().ranBefore()).isFalse();
    }

    @Test
    void a_one_shot_that_a_start_has_not_run_yet_did_not_run_in_it() {
        var recording = recording();
        var sightings = recording.watching(compose, docker);
        sightings.old(docker.inspect(List.of("11")).stream()
                .filter(container -> container.id().startsWith("11"))
                .toList());
        recording.failed(new StackException(Problem.SERVICE_FAILED, "x.", "", ""));
        assertThat(kept().service("secrets").orElseThrow().started()).isEmpty();
    }

    @Test
    void preparation_is_timed_and_what_fails_in_it_is_a_start_that_failed() {
        var recording = recording();
        recording.preparing(Preparation.Kind.JARS, () -> passes(4));
        var failure = new StackException(Problem.IMAGE_NOT_BUILT, "the build of postgres ended.", "", "");
        assertThatThrownBy(() -> recording.preparing(Preparation.Kind.IMAGES, () -> {
                    passes(2);
                    throw failure;
                }))
                .isSameAs(failure);
        recording.failed(failure);
        var start = kept();
        assertThat(start.preparation())
                .containsExactly(
                        new Preparation(Preparation.Kind.JARS, second(0), second(4)),
                        new Preparation(Preparation.Kind.IMAGES, second(4), second(6)));
        assertThat(start.composeBegan()).isEmpty();
        assertThat(start.reason()).isEqualTo("An image was not built: the build of postgres ended.");
    }

    @Test
    void one_that_was_interrupted_is_kept_once_with_what_is_known() {
        var recording = recording();
        recording.preparing(Preparation.Kind.JARS, () -> passes(4));
        recording.watching(compose, docker);
        recording.interrupted();
        recording.ready();
        assertThat(kept().outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(kept().preparation()).hasSize(1);
    }

    @Test
    void an_engine_that_does_not_answer_in_the_end_leaves_a_record_without_containers() {
        var recording = recording();
        recording.watching(compose, docker);
        runner.fails("ps -a", 1, "Cannot connect to the Docker daemon");
        recording.ready();
        assertThat(kept().outcome()).isEqualTo(Outcome.READY);
        assertThat(kept().services()).isEmpty();
    }

    @Test
    void a_clock_that_is_set_back_and_an_answer_without_sense_fail_no_start() {
        var recording = recording();
        passes(60);
        recording.preparing(Preparation.Kind.JARS, () -> passes(-30));
        recording.watching(compose, docker);
        inspected(SECRETS.replace("2026-01-01T00:00:01Z", "+9999999-01-01T00:00:01Z"));
        passes(-60);
        recording.ready();
        assertThat(kept().ended()).isEqualTo(kept().began());
        assertThat(kept().preparation())
                .containsExactly(new Preparation(Preparation.Kind.JARS, second(60), second(60)));
        assertThat(kept().services()).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_warning_and_no_failure() throws IOException {
        Files.writeString(root.resolve(".stack"), "a file");
        recording().ready();
        assertThat(screen.err()).contains("this start was not recorded");
    }
}
