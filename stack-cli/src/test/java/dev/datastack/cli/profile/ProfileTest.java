package dev.datastack.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.command.Cli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start of a project with two services: one that stays and may use 3 GiB or, in the profile small, 1; and a one-shot. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProfileTest {
    private static final String MODEL = """
            {"name":"tiny","services":{
             "a":{"image":"x","deploy":{"resources":{"limits":{"memory":"%d","cpus":2}}}},
             "once":{"image":"x","restart":"no","deploy":{"resources":{"limits":{"memory":"8589934592"}}}}}}""";

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void a_project_with_a_small_profile() throws IOException {
        Files.writeString(
                Files.createDirectory(root.resolve("docker")).resolve("small.env"),
                "# less of all\nSTACK_PROFILE=small\nA_MEMORY=1024M\n");
        cli = new Cli(root);
        cli.docker.on("config --format json", call -> FakeRunner.finished(call, 0, MODEL.formatted(limit()), ""));
    }

    /** As Compose would resolve it. */
    private long limit() {
        return env().lines()
                        .filter(line -> line.startsWith("A_MEMORY="))
                        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElse(3072L)
                << 20;
    }

    private String env() {
        try {
            var file = root.resolve(".env");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int upOn(double gigabytes, String... options) {
        cli.docker.says(
                "docker info", "{\"MemTotal\":%d,\"MemoryLimit\":true}".formatted((long) (gigabytes * (1 << 30))));
        var words = new String[options.length + 3];
        words[0] = "up";
        words[1] = "--timeout";
        words[2] = "1";
        System.arraycopy(options, 0, words, 3, options.length);
        return cli.run(words);
    }

    private boolean isStarted() {
        return cli.docker.calls().stream().anyMatch(call -> call.contains(" up -d"));
    }

    @Test
    void an_engine_with_room_for_the_default_gets_it_and_one_shots_do_not_count() {
        upOn(3);
        assertThat(env()).doesNotContain("PROFILE", "MEMORY");
        assertThat(isStarted()).isTrue();
    }

    @Test
    void an_engine_with_less_gets_the_small_one_with_numbers_and_the_way_back() {
        upOn(2);
        assertThat(env()).contains("STACK_PROFILE=small\n", "A_MEMORY=1024M\n");
        assertThat(cli.out())
                .contains("profile: small, written to .env")
                .contains("the services may use up to 3.0 GiB of memory, the engine has 2.0 GiB")
                .contains("./stack up --profile default");
        assertThat(isStarted()).isTrue();
    }

    @Test
    void an_engine_that_is_too_small_even_for_that_is_refused_with_numbers() {
        assertThat(upOn(0.9)).isEqualTo(3);
        assertThat(cli.err())
                .contains("The engine has too little memory")
                .contains("the services may use up to 1.0 GiB of memory, the engine has 0.9 GiB")
                .contains("'./stack up --profile small' starts it nevertheless");
        assertThat(isStarted()).isFalse();
        assertThat(upOn(0.9)).as("the second time, too").isEqualTo(3);
    }

    @Test
    void who_names_a_profile_gets_it_with_a_warning() {
        upOn(0.9, "--profile", "small");
        assertThat(isStarted()).isTrue();
        assertThat(cli.err()).contains("the engine has 0.9 GiB; a service may be killed");
    }

    @Test
    void the_default_that_was_asked_for_stays_and_the_limits_of_the_small_one_go() throws IOException {
        Files.writeString(root.resolve(".env"), "# mine\nOTHER=1\nSTACK_PROFILE=small\nA_MEMORY=1024M\n");
        upOn(2, "--profile", "default");
        assertThat(env())
                .startsWith("# mine\nOTHER=1\n")
                .contains("STACK_PROFILE=default")
                .doesNotContain("A_MEMORY");
        upOn(2);
        assertThat(env()).contains("STACK_PROFILE=default").doesNotContain("A_MEMORY");
        assertThat(cli.err()).contains("a service may be killed");
    }

    @Test
    void a_limit_that_someone_set_is_not_changed() throws IOException {
        Files.writeString(root.resolve(".env"), "A_MEMORY=2560M\n");
        upOn(2);
        assertThat(env()).contains("A_MEMORY=2560M\n").doesNotContain("STACK_PROFILE");
        assertThat(cli.err()).contains("may use up to 2.5 GiB of memory, the engine has 2.0 GiB");
        assertThat(isStarted()).isTrue();
    }

    @Test
    void the_name_alone_is_enough_and_a_limit_beside_it_stays() throws IOException {
        Files.writeString(root.resolve(".env"), "STACK_PROFILE=small\n");
        upOn(8);
        assertThat(env()).contains("A_MEMORY=1024M\n");
        Files.writeString(root.resolve(".env"), "STACK_PROFILE=small\nA_MEMORY=1500M\n");
        upOn(8);
        assertThat(env()).contains("A_MEMORY=1500M\n").doesNotContain("1024");
    }

    @Test
    void a_profile_that_does_not_exist_is_refused() throws IOException {
        assertThat(upOn(8, "--profile", "huge")).isEqualTo(2);
        assertThat(cli.err()).contains("there is no profile 'huge'; it is small or default");
        Files.writeString(root.resolve(".env"), "STACK_PROFILE=huge\n");
        assertThat(upOn(8)).isEqualTo(1);
        assertThat(cli.err()).contains("there is no profile 'huge'", "set it to small or default");
        assertThat(isStarted()).isFalse();
    }

    @Test
    void a_project_without_profiles_has_no_choice() throws IOException {
        Files.delete(root.resolve("docker/small.env"));
        upOn(2);
        assertThat(env()).doesNotContain("PROFILE");
        assertThat(isStarted()).isTrue();
        assertThat(upOn(2, "--profile", "small")).isEqualTo(2);
        assertThat(cli.err()).contains("docker/small.env");
    }

    private void upOnProcessors(int cpus) {
        cli.docker.says("docker info", "{\"MemTotal\":8589934592,\"MemoryLimit\":true,\"NCPU\":%d}".formatted(cpus));
        cli.run("up", "--timeout", "1");
    }

    @Test
    void an_engine_with_one_cpu_gets_limits_that_it_accepts() throws IOException {
        upOnProcessors(2);
        assertThat(env()).doesNotContain("STACK_CPUS");
        upOnProcessors(1);
        assertThat(env()).contains("STACK_CPUS=1\n");
        assertThat(cli.out()).contains("limits: STACK_CPUS=1 written to .env");
        Files.writeString(root.resolve(".env"), "STACK_CPUS=0.5\n");
        upOnProcessors(1);
        assertThat(env()).contains("STACK_CPUS=0.5\n");
    }
}
