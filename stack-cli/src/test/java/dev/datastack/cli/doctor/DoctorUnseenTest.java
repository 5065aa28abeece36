package dev.datastack.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.command.Cli;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts that could not be looked at although they are there, of a project that has nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoctorUnseenTest {
    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void a_clone_with_all_its_files() throws IOException {
        SoundClone.in(root);
        cli = new Cli(root);
        cli.environment = Map.of("HOME", root.toString());
        cli.docker.says("config --format json", """
                {"name":"tiny","networks":{"default":{"name":"tiny_default"}},"services":{"postgres":{"image":"x"}}}""");
    }

    @Test
    void a_look_that_failed_is_no_sound_answer() {
        cli.docker.fails("docker info", 1, "a long story\nthe engine is in a bad mood");
        var examined = Examined.by(cli);
        assertThat(examined.causes()).isEmpty();
        assertThat(examined.unseen())
                .contains("\"exit code 1: the engine is in a bad mood\",\"failed\":true")
                .contains("\"the stack is not running\",\"failed\":false");
        assertThat(examined.exitCode()).isEqualTo(1);
    }

    @Test
    void of_an_answer_that_is_not_json_its_own_first_words_are_shown() {
        cli.docker.says("docker info", "Emulate Docker CLI using podman.");
        assertThat(Examined.by(cli).unseen())
                .contains("docker printed something that is not JSON: Emulate Docker CLI using podman.")
                .doesNotContain("Unrecognized token", "REDACTED");
    }

    @Test
    void containers_that_the_engine_tells_nothing_of_are_not_said_to_have_ended() {
        cli.docker
                .says("ps -a --format json", "{\"ID\":\"1\",\"Service\":\"postgres\",\"State\":\"running\"}")
                .fails("docker inspect", 1, "permission denied");
        var examined = Examined.by(cli);
        assertThat(examined.unseen()).contains("permission denied").doesNotContain("is not running");
        assertThat(examined.exitCode()).isEqualTo(1);
    }
}
