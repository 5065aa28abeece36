package dev.datastack.cli.course.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.command.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens before and around a drill; the drills themselves are CourseDrillIT's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CourseDrillCommandTest {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));
    private static final String ETL = """
            {"ID":"1","Name":"tiny-etl-service-1","Service":"etl-service","State":"running","Status":"Up 3 minutes"}""";

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void a_stack_of_one_healthy_service() {
        cli = new Cli(root);
        cli.docker
                .says("config --format json", "{\"name\":\"tiny\",\"services\":{\"etl-service\":{\"image\":\"e\"}}}")
                .says("ps -a --format json", ETL)
                .says("docker inspect", "[{\"Config\":{\"Healthcheck\":{\"Test\":[\"CMD\",\"healthcheck\"]}}}]")
                .says("docker exec tiny-etl-service-1 healthcheck", "healthy: 1 s old")
                .says("up -d --no-build", "");
    }

    private void theProbeSaysNo() {
        cli.docker.fails("docker exec tiny-etl-service-1 healthcheck", 1, "unhealthy: no such host");
    }

    @Test
    void the_list_has_every_drill_and_gives_no_cause_away() {
        assertThat(cli.run("course", "drill")).isZero();
        assertThat(Drills.all()).allSatisfy(drill -> assertThat(cli.out()).contains(drill.name(), drill.symptom()));
        assertThat(cli.out().toLowerCase(Locale.ROOT))
                .doesNotContain("override", "volume", "memory", "killed", "password", "port ", "disk");
    }

    @Test
    void a_drill_goes_from_begin_over_hints_and_check_to_its_end() throws IOException {
        assertThat(cli.run("course", "drill", "quiet-queue", "--yes")).isZero();
        assertThat(cli.out())
                .contains("Loads are requested, but none of them is processed.")
                .doesNotContain("override");
        assertThat(root.resolve("docker-compose.override.yml")).exists();
        theProbeSaysNo();
        assertThat(cli.run("course", "drill", "check")).isEqualTo(1);
        assertThat(cli.out()).contains("no   etl-service runs", "unhealthy: no such host", "Not yet.");
        for (int hint = 0; hint < 4; hint++) {
            assertThat(cli.run("course", "drill", "hint")).isZero();
        }
        assertThat(cli.out())
                .containsSubsequence(
                        "Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3", "That was the last hint", "Hint 3 of 3");
        cli.docker.says("docker exec tiny-etl-service-1 healthcheck", "healthy: 1 s old");
        assertThat(cli.run("course", "drill", "check", "--json")).isZero();
        assertThat(root.resolve("docker-compose.override.yml")).doesNotExist();
        cli.run("course", "drill");
        assertThat(cli.out()).containsPattern("quiet-queue +done");
    }

    @Test
    void undo_restores_and_does_not_count_as_done() {
        cli.run("course", "drill", "quiet-queue", "--yes");
        assertThat(cli.run("course", "drill", "--undo")).isZero();
        assertThat(root.resolve("docker-compose.override.yml")).doesNotExist();
        assertThat(cli.docker.calls())
                .anyMatch(call -> call.endsWith("up -d --no-build --no-deps --force-recreate --wait etl-service"));
        cli.run("course", "drill");
        assertThat(cli.out()).doesNotContainPattern("quiet-queue +(done|on)");
    }

    @Test
    void undo_waits_until_what_broke_along_with_it_is_well_again() {
        cli.run("course", "drill", "quiet-queue", "--yes");
        var probes = new AtomicInteger();
        cli.docker.on(
                "docker exec tiny-etl-service-1 healthcheck",
                call -> probes.incrementAndGet() < 3
                        ? FakeRunner.finished(call, 1, "", "refused")
                        : FakeRunner.finished(call, 0, "healthy", ""));
        assertThat(cli.run("course", "drill", "--undo")).isZero();
        assertThat(probes).hasValueGreaterThanOrEqualTo(3);
        assertThat(cli.out()).contains("quiet-queue is over").doesNotContain("Not restored yet");
    }

    @Test
    void undo_says_what_does_not_get_well() {
        cli.run("course", "drill", "quiet-queue", "--yes");
        theProbeSaysNo();
        assertThat(cli.run("course", "drill", "--undo")).isZero();
        assertThat(cli.out()).contains("Not restored yet: etl-service runs", "unhealthy: no such host");
    }

    @Test
    void nothing_is_broken_without_consent() {
        cli.screen = FakeScreen.personWhoSays("no");
        assertThat(cli.run("course", "drill", "quiet-queue")).isEqualTo(1);
        assertThat(cli.err()).contains("Your confirmation is needed", "quiet-queue --yes");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains(" up "));
    }

    @Test
    void a_drill_does_not_begin_on_a_stack_that_is_not_well() {
        theProbeSaysNo();
        assertThat(cli.run("course", "drill", "quiet-queue", "--yes")).isEqualTo(1);
        assertThat(cli.err()).contains("The drill cannot begin", "unhealthy: no such host", "./stack up");
        cli.docker.says("ps -a --format json", "");
        assertThat(cli.run("course", "drill", "quiet-queue", "--yes")).isEqualTo(1);
        assertThat(cli.err()).contains("it has no container");
    }

    @Test
    void a_drill_does_not_begin_while_another_is_on() {
        cli.run("course", "drill", "quiet-queue", "--yes");
        assertThat(cli.run("course", "drill", "restless-scheduler", "--yes")).isEqualTo(1);
        assertThat(cli.err()).contains("the drill quiet-queue is in progress");
    }

    @Test
    void an_override_file_of_the_learners_own_is_left_alone() throws IOException {
        Files.writeString(root.resolve("docker-compose.override.yml"), "services: {}");
        assertThat(cli.run("course", "drill", "quiet-queue", "--yes")).isEqualTo(1);
        assertThat(cli.err()).contains("there is a docker-compose.override.yml");
        assertThat(root.resolve("docker-compose.override.yml")).hasContent("services: {}");
    }

    @Test
    void check_hint_and_undo_say_when_no_drill_is_on() {
        assertThat(cli.run("course", "drill", "check")).isEqualTo(1);
        assertThat(cli.run("course", "drill", "hint")).isEqualTo(1);
        assertThat(cli.run("course", "drill", "--undo")).isEqualTo(1);
        assertThat(cli.err().lines().filter(line -> line.contains("No drill is in progress")))
                .hasSize(3);
    }

    @Test
    void a_drill_that_does_not_exist_is_a_usage_error() {
        assertThat(cli.run("course", "drill", "quiet")).isEqualTo(2);
        assertThat(cli.err()).contains("There is no drill 'quiet'");
    }

    @Test
    void notes_that_cannot_be_read_are_said() throws IOException {
        Files.createDirectories(root.resolve("course"));
        Files.writeString(root.resolve("course/drill.json"), "{");
        assertThat(cli.run("course", "drill", "check")).isEqualTo(1);
        assertThat(cli.err()).contains("the notes of the drills cannot be used");
    }

    @Test
    void every_drill_has_three_hints_and_a_page_with_its_solution() {
        assertThat(Drills.all()).allSatisfy(drill -> {
            assertThat(drill.hints()).hasSize(3).noneMatch(String::isBlank);
            assertThat(ROOT.resolve("docs/solutions/drills/" + drill.name() + ".md"))
                    .exists();
            assertThat(drill.services()).isNotEmpty();
        });
    }
}
