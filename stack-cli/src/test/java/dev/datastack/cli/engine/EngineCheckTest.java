package dev.datastack.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.Fixture;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ProcessRunner;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EngineCheckTest {
    private final FakeRunner runner = new FakeRunner()
            .says("docker version", Fixture.read("version.json"))
            .says("compose version", "2.40.3-3");
    private final EngineCheck check = new EngineCheck(new Docker(runner));

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
                "docker version", call -> new ProcessRunner().run(dev.datastack.cli.docker.Call.of("no-such-docker")));
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
        runner.says("compose version", "2.26.1-4");
        assertThat(problem()).isEqualTo(Problem.COMPOSE_OLD);
        runner.fails("compose version", 1, "docker: 'compose' is not a docker command.");
        assertThat(problem()).isEqualTo(Problem.COMPOSE_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "26.0.0,true",
        "25.0.9,false",
        "28.5.2+dfsg4,true",
        "v2.35.0,false",
        "26,false",
        "rubbish,false",
        "100.1,true"
    })
    void versions_compare_by_number(String text, boolean enough) {
        assertThat(Version.parse(text).isAtLeast(EngineCheck.ENGINE_FLOOR)).isEqualTo(enough);
    }
}
