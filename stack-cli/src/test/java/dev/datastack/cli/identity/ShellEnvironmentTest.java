package dev.datastack.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShellEnvironmentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMPOSE_PROJECT_NAME", "COMPOSE_FILE", "COMPOSE_ENV_FILES", "COMPOSE_PROFILES",
                        "COMPOSE_PATH_SEPARATOR",
                "COMPOSE_DISABLE_ENV_FILE", "COMPOSE_COMPATIBILITY", "COMPOSE_REMOVE_ORPHANS", "COMPOSE_OF_TOMORROW",
                        "compose_file"
            })
    void what_could_lead_compose_elsewhere_stays_out_and_is_named(String name) {
        var environment = ShellEnvironment.of(Map.of(name, "other", "PATH", "/bin"));
        assertThat(environment.variables()).isEqualTo(Map.of("PATH", "/bin"));
        assertThat(environment.warnings())
                .containsExactly("stack: " + name + " of your shell is ignored; put it into .env to use it here");
    }

    @Test
    void what_only_says_how_compose_works_is_kept() {
        var tuned = Map.of("COMPOSE_PARALLEL_LIMIT", "1", "COMPOSE_BAKE", "false", "DOCKER_HOST", "x");
        assertThat(ShellEnvironment.of(tuned)).isEqualTo(new ShellEnvironment(tuned, java.util.List.of()));
    }

    @Test
    void an_empty_variable_says_nothing_and_is_not_talked_about() {
        var environment = ShellEnvironment.of(Map.of("COMPOSE_FILE", ""));
        assertThat(environment.variables()).isEmpty();
        assertThat(environment.warnings()).isEmpty();
    }

    @Test
    void the_old_builder_which_cannot_build_this_is_not_taken() {
        var environment = ShellEnvironment.of(Map.of("DOCKER_BUILDKIT", "0"));
        assertThat(environment.variables()).isEmpty();
        assertThat(environment.warnings()).singleElement().asString().contains("'unset DOCKER_BUILDKIT'");
        assertThat(ShellEnvironment.of(Map.of("DOCKER_BUILDKIT", "1")).ignored())
                .isEmpty();
    }

    @Test
    void the_stacks_own_word_names_a_second_project_whatever_composes_word_says() {
        var shell = Map.of("STACK_PROJECT_NAME", "second", "COMPOSE_PROJECT_NAME", "other");
        assertThat(ShellEnvironment.of(shell).variables()).containsEntry("COMPOSE_PROJECT_NAME", "second");
        assertThat(ShellEnvironment.of(shell).ignored()).containsExactly("COMPOSE_PROJECT_NAME");
        var both = Map.of("STACK_PROJECT_NAME", "second", "COMPOSE_PROJECT_NAME", "second");
        assertThat(ShellEnvironment.of(both).ignored()).isEmpty();
    }
}
