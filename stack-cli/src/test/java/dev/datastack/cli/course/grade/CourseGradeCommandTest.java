package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.Fixture;
import dev.datastack.cli.command.Cli;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What ends before anything runs; the rest is CourseGradeIT's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CourseGradeCommandTest {
    private static final Pattern PROJECT_NAME = Pattern.compile("com\\.docker\\.compose\\.project=\\S+");

    @TempDir
    private Path project;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void a_fake_docker() {
        cli = new Cli(project);
        cli.docker
                .says("docker ps", "")
                .says("docker network ls", "")
                .says("docker volume ls", "")
                .says("docker image ls", "")
                .says("docker info", "{\"NCPU\":4}");
    }

    private int grade(String... more) {
        var words = new java.util.ArrayList<>(java.util.List.of("course", "grade", project.toString()));
        words.addAll(java.util.List.of(more));
        return cli.run(words.toArray(String[]::new));
    }

    @Test
    void a_folder_that_is_not_there_is_a_usage_error() {
        assertThat(cli.run("course", "grade", project.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(cli.err()).contains("There is no folder", "none");
    }

    @Test
    void without_a_compose_file_nothing_is_judged_and_nothing_started() {
        assertThat(grade()).isEqualTo(1);
        assertThat(cli.out()).contains("there is no docker-compose.yml", "0 of 100 points: not passed");
        assertThat(cli.docker.calls())
                .noneMatch(call -> call.contains(" config"))
                .noneMatch(call -> call.contains(" up "));
    }

    @Test
    void a_file_that_compose_refuses_is_shown_in_its_words() throws IOException {
        Files.writeString(project.resolve("docker-compose.yml"), "services: {a: }");
        cli.docker.fails(" config", 15, "services.a must be a mapping");
        assertThat(grade("--json")).isEqualTo(1);
        var rules = JsonMapper.shared().readTree(cli.out()).path("rules");
        assertThat(rules.valueStream().filter(rule -> rule.path("id").asString().equals("compose.file")))
                .extracting(rule -> rule.path("reason").asString())
                .containsExactly("services.a must be a mapping");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains(" up "));
    }

    @Test
    void an_image_that_does_not_build_ends_it_and_what_was_made_is_removed() throws IOException {
        Files.writeString(project.resolve("docker-compose.yml"), "services: {}");
        cli.docker
                .on(" config", CourseGradeCommandTest::resolved)
                .fails("build", 17, "failed to solve: no such file")
                .says("docker ps", "c1")
                .says("docker rm", "");
        // Half of what is asked is missing, so that no pass mark is low enough.
        assertThat(grade("--pass-mark", "3")).isEqualTo(1);
        assertThat(cli.out())
                .contains("does not build: failed to solve: no such file")
                .contains("an image does not build, so nothing was started")
                .contains("9 of 100 points: not passed (the pass mark is 3, and one of the four services is missing)");
        assertThat(cli.docker.calls())
                .contains("docker rm --force --volumes c1")
                .noneMatch(call -> call.contains("up -d"));
    }

    /** A class is graded by several at once, and the clock here stands still. */
    @Test
    void two_gradings_that_begin_at_the_same_moment_have_different_project_names() throws IOException {
        Files.writeString(project.resolve("docker-compose.yml"), "services: {}");
        cli.docker.on(" config", CourseGradeCommandTest::resolved).fails("build", 17, "failed to solve");
        assertThat(grade()).isEqualTo(1);
        assertThat(grade()).isEqualTo(1);
        assertThat(cli.docker.calls().stream()
                        .flatMap(call -> PROJECT_NAME.matcher(call).results())
                        .map(match -> match.group())
                        .distinct())
                .hasSize(2);
    }

    @Test
    void a_report_that_cannot_be_written_is_said() throws IOException {
        Files.writeString(project.resolve("file"), "in the way");
        assertThat(grade("--junit", project.resolve("file/junit.xml").toString()))
                .isEqualTo(1);
        assertThat(cli.err()).contains("The report cannot be written", "--junit");
    }

    @Test
    void a_mapping_that_cannot_be_read_is_the_reason_for_which_nothing_is_judged() throws IOException {
        Files.writeString(project.resolve("capstone.properties"), "pgadmin=\\uZZZZ");
        assertThat(grade()).isEqualTo(1);
        assertThat(cli.out()).contains("capstone.properties cannot be read", "0 of 100 points");
    }

    /** The recorded project, as if it lay where it was copied to. */
    private static Finished resolved(Call call) {
        var copy = call.folder().orElseThrow().toString();
        return FakeRunner.finished(call, 0, Fixture.read("config.json").replace("/home/learner/tiny", copy), "");
    }
}
