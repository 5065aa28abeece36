package dev.datastack.cli.images.bases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.FakeTime;
import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.EnvFile;
import dev.datastack.cli.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fake engine that keeps a set of image names, so that a pull, a tag and a build have an effect. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BaseImagesTest {
    private static final String NO_REGISTRY = "Error response from daemon: dial tcp: no such host";

    @TempDir
    private Path root;

    private final Set<String> images = new HashSet<>();
    private final FakeRunner runner = new FakeRunner();
    private FakeScreen screen = FakeScreen.pipe();

    @BeforeEach
    void an_engine_with_a_registry() {
        runner.on("docker image inspect", call -> {
            var name = call.argv().get(call.argv().size() - 1);
            var labels = name.startsWith("datastack.local/") ? "{\"dev.datastack.standin\":\"true\"}" : "{}";
            return images.contains(name)
                    ? FakeRunner.finished(call, 0, "[{\"Id\":\"1\",\"Config\":{\"Labels\":" + labels + "}}]", "")
                    : FakeRunner.finished(call, 1, "[]", "No such image");
        });
        runner.on("docker pull", call -> {
            images.add(call.argv().get(2));
            return FakeRunner.finished(call, 0, "Pulling from x", "");
        });
        runner.on("docker tag", call -> {
            images.add(call.argv().get(3));
            return FakeRunner.finished(call, 0, "", "");
        });
        runner.on("docker build", call -> {
            images.add(call.argv().get(call.argv().indexOf("--tag") + 1));
            return FakeRunner.finished(call, 0, "", "");
        });
        runner.on("build.sh", call -> {
            images.add(call.argv().get(2));
            return FakeRunner.finished(call, 0, "", "");
        });
    }

    private EnvFile env() {
        return new EnvFile(root.resolve(".env"));
    }

    private List<BaseImage> bases() {
        return BaseImage.all(new Settings(Map.of(), env()));
    }

    private void ensure(boolean yes) {
        var context = new Context(
                root, Map.of(), runner, screen.terminal(), new FakeTime(), action -> () -> {}, Runnable::run);
        new Bases(context).ensure(yes, Duration.ofSeconds(1));
    }

    private Problem refused(boolean yes) {
        return catchThrowableOfType(StackException.class, () -> ensure(yes)).problem();
    }

    @Test
    void what_is_present_is_left_alone() {
        bases().forEach(base -> images.add(base.name()));
        ensure(false);
        assertThat(screen.out()).contains("base postgres:17: present");
        assertThat(runner.calls()).noneMatch(call -> call.contains("pull"));
        assertThat(env().value("BASE_PREFIX", Map.of())).isEmpty();
    }

    @Test
    void the_setting_chooses_the_version_of_postgresql_and_where_a_stand_in_has_its_data() {
        env().set("POSTGRES_VERSION", "18");
        runner.fails("docker pull", 1, NO_REGISTRY);
        ensure(true);
        assertThat(screen.out()).contains("postgres:18: built").doesNotContain("postgres:17");
        assertThat(runner.calls())
                .anyMatch(call -> call.contains("PG_MAJOR=18")
                        && call.contains("VOLUME=/var/lib/postgresql ")
                        && call.contains("PGDATA=/var/lib/postgresql/18/docker"));
    }

    @Test
    void a_version_that_the_image_cannot_have_is_refused() {
        env().set("POSTGRES_VERSION", "16");
        assertThat(refused(true)).isEqualTo(Problem.SETTINGS_UNWRITABLE);
    }

    @Test
    void what_is_missing_is_pulled() {
        images.add("debian:trixie-slim");
        ensure(false);
        assertThat(screen.out()).contains("base debian:trixie-slim: present", "base postgres:17: pulled in 0 s");
    }

    @Test
    void a_mirror_is_pulled_from_under_its_own_names() {
        env().set("BASE_PREFIX", "mirror.example/hub/");
        ensure(false);
        assertThat(runner.calls()).contains("docker pull mirror.example/hub/postgres:17");
        assertThat(env().value("BASE_PREFIX", Map.of())).contains("mirror.example/hub/");
    }

    @Test
    void without_a_registry_stand_ins_are_built_in_order_after_a_yes() {
        runner.fails("docker pull", 1, NO_REGISTRY);
        ensure(true);
        assertThat(screen.out())
                .containsSubsequence("debian:trixie-slim: built", "postgres:17: built in 0 s (stand-in)");
        assertThat(env().value("BASE_PREFIX", Map.of())).contains("datastack.local/");
        assertThat(runner.calls())
                .filteredOn(call -> call.startsWith("docker build"))
                .hasSize(3)
                .allMatch(call -> call.contains("BASE_PREFIX=datastack.local/"));
    }

    @Test
    void a_base_that_is_there_is_tagged_beside_the_built_ones() {
        images.add("debian:trixie-slim");
        runner.fails("docker pull python", 1, "manifest unknown");
        ensure(true);
        assertThat(runner.calls())
                .contains(
                        "docker tag debian:trixie-slim datastack.local/debian:trixie-slim",
                        "docker tag postgres:17 datastack.local/postgres:17");
        assertThat(screen.out()).contains("python:3.13-slim-trixie: built", "postgres:17: pulled");
    }

    @Test
    void stand_ins_of_another_clone_serve_without_a_pull() {
        bases().forEach(base -> images.add("datastack.local/" + base.name()));
        ensure(false);
        assertThat(runner.calls()).noneMatch(call -> call.contains("pull"));
        assertThat(env().value("BASE_PREFIX", Map.of())).contains("datastack.local/");
        assertThat(screen.out()).contains("written to .env", "postgres:17: present (stand-in)");
    }

    @Test
    void nothing_is_built_without_consent() {
        runner.fails("docker pull", 1, NO_REGISTRY);
        assertThat(refused(false)).isEqualTo(Problem.CONSENT_NEEDED);
        screen = FakeScreen.personWhoSays("n");
        assertThat(refused(false)).isEqualTo(Problem.CONSENT_NEEDED);
        assertThat(images).isEmpty();
        assertThat(env().value("BASE_PREFIX", Map.of())).isEmpty();
    }

    @Test
    void one_yes_is_enough_for_all_four() {
        runner.fails("docker pull", 1, NO_REGISTRY);
        screen = FakeScreen.personWhoSays("y");
        ensure(false);
        assertThat(images).hasSize(4);
    }

    @Test
    void a_base_that_can_neither_be_pulled_nor_built_is_named_with_both_reasons() {
        runner.fails("docker pull", 1, NO_REGISTRY);
        runner.fails("build.sh", 1, "E: debootstrap can only run as root");
        var thrown = catchThrowableOfType(StackException.class, () -> ensure(true));
        assertThat(thrown.problem()).isEqualTo(Problem.BASE_UNAVAILABLE);
        assertThat(thrown).hasMessageContaining("debian:trixie-slim can neither be pulled nor built");
        assertThat(thrown.tried()).contains("no such host", "debootstrap can only run as root");
        assertThat(env().value("BASE_PREFIX", Map.of())).isEmpty();
    }
}
