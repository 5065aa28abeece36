package dev.datastack.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.Fixture;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.ProcessRunner;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EngineCheckTest {
    private final FakeRunner runner = new FakeRunner()
            .says("docker version", Fixture.read("version.json"))
            .says("docker context show", "default")
            .says("compose version", "2.40.3-3");
    private final EngineCheck check = new EngineCheck(new Docker(runner), Map.of());

    private Problem problem() {
        var thrown = catchThrowableOfType(StackException.class, check::require);
        assertThat(thrown.problem().exitCode()).isEqualTo(3);
        return thrown.problem();
    }

    @Test
    void a_new_engine_with_a_new_compose_is_fine() {
        check.require();
    }

    @Test
    void a_missing_command_an_engine_that_is_down_and_one_that_refuses_are_three_things() {
        runner.on(
                "docker version", call -> new ProcessRunner().run(dev.datastack.cli.process.Call.of("no-such-docker")));
        assertThat(problem()).isEqualTo(Problem.NO_DOCKER);
        runner.on(
                "docker version",
                call -> FakeRunner.finished(
                        call, 1, Fixture.read("version-down.json"), "Cannot connect to the Docker daemon"));
        assertThat(problem()).isEqualTo(Problem.ENGINE_DOWN);
        runner.fails("docker version", 1, "permission denied while trying to connect to the Docker daemon socket");
        assertThat(problem()).isEqualTo(Problem.ENGINE_DENIED);
    }

    @Test
    void an_engine_below_the_floor_is_named_with_its_version() {
        runner.says("docker version", "{\"Server\":{\"Version\":\"20.10.24+dfsg1\"}}");
        assertThat(problem()).isEqualTo(Problem.ENGINE_OLD);
        assertThatThrownBy(check::require).hasMessageContaining("20.10.24+dfsg1 answers, 26.0 or newer");
    }

    @Test
    void a_compose_below_the_floor_or_none_at_all_is_named() {
        runner.says("compose version", "2.38.2");
        assertThat(problem()).isEqualTo(Problem.COMPOSE_OLD);
        runner.fails("compose version", 1, "docker: 'compose' is not a docker command.");
        assertThat(problem()).isEqualTo(Problem.COMPOSE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version-podman.json", "version-podman-command.json"})
    void podman_is_called_podman_whether_docker_asks_its_service_or_is_podman_itself(String answer) {
        runner.says("docker version", Fixture.read(answer));
        assertThat(problem()).isEqualTo(Problem.ENGINE_PODMAN);
        assertThatThrownBy(check::require)
                .hasMessageContaining("log driver 'local'")
                .hasMessageContaining("passwords");
    }

    private StackException silent(Map<String, String> environment) {
        runner.fails("docker version", 1, "Cannot connect to the Docker daemon");
        return catchThrowableOfType(
                StackException.class, () -> new EngineCheck(new Docker(runner), environment).require());
    }

    @ParameterizedTest
    @CsvSource({
        "DOCKER_API_VERSION,1.20,Error response from daemon: client version 1.20 is too old.",
        "DOCKER_TLS_VERIFY,1,Failed to initialize: unable to resolve docker endpoint: open /a/ca.pem: no such file"
    })
    void a_variable_that_keeps_docker_from_the_engine_is_named(String name, String value, String words) {
        runner.fails("docker version", 1, words);
        var set = new EngineCheck(new Docker(runner), Map.of(name, value));
        var thrown = catchThrowableOfType(StackException.class, set::require);
        assertThat(thrown.problem()).isEqualTo(Problem.ENGINE_MISLED);
        assertThat(thrown).hasMessageContaining(name + " is set: " + words);
        assertThat(thrown.next()).isEqualTo("unset " + name);
        assertThat(problem()).as("with no variable").isEqualTo(Problem.ENGINE_DOWN);
        assertThat(silent(Map.of(name, value)).problem())
                .as("an engine that is down")
                .isEqualTo(Problem.ENGINE_DOWN);
    }

    @Test
    void an_engine_chosen_by_a_variable_is_named_with_its_address_and_the_way_back() {
        runner.says("docker context show", "far").says("docker context inspect", "tcp://192.0.2.1:2375");
        assertThat(silent(Map.of("DOCKER_CONTEXT", "far")).next())
                .isEqualTo("start the engine at tcp://192.0.2.1:2375 (chosen by DOCKER_CONTEXT=far); or go back to this"
                        + " machine's own engine: unset DOCKER_CONTEXT");
        assertThat(silent(Map.of("DOCKER_HOST", "unix:///nobody.sock")).next())
                .contains("unix:///nobody.sock (chosen by DOCKER_HOST)", "unset DOCKER_HOST");
    }

    @Test
    void an_engine_chosen_by_docker_context_use_is_named_too() {
        runner.says("docker context show", "far").says("docker context inspect", "tcp://192.0.2.1:2375");
        assertThat(silent(Map.of()).next()).contains("'docker context use far'", ": docker context use default");
    }

    @Test
    void a_context_that_does_not_exist_is_called_that() {
        runner.says("docker context show", "gone").fails("docker context inspect", 1, "context not found");
        assertThat(silent(Map.of()).next()).contains("'docker context ls'", ": docker context use default");
    }

    @Test
    void this_machines_own_engine_is_just_started() {
        assertThat(silent(Map.of("DOCKER_CONTEXT", "default")).next())
                .startsWith("start it: ")
                .doesNotContain("chosen");
    }

    @ParameterizedTest
    @CsvSource({
        "26.0.0,true",
        "25.0.9,false",
        "28.5.2+dfsg4,true",
        "v2.40.0,false",
        "26,false",
        "rubbish,false",
        "100.1,true"
    })
    void versions_compare_by_number(String text, boolean enough) {
        assertThat(Version.parse(text).isAtLeast(EngineCheck.ENGINE_FLOOR)).isEqualTo(enough);
    }
}
