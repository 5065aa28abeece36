package dev.datastack.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataJudgeTest {
    private static final String NAMELESS = "0123456789abcdef".repeat(4);
    private static final String INNER = """
            {"Type": "volume", "Name": "%s", "Destination": "/var/lib/postgresql/data"}""".formatted(NAMELESS);
    private static final String OUTER = """
            {"Type": "volume", "Name": "p_rows", "Destination": "/var/lib/postgresql"}""";

    @TempDir
    private Path project;

    private final FakeRunner docker = new FakeRunner();
    private final Scorebook book = new Scorebook();

    private DataJudge judge() throws IOException {
        Files.writeString(project.resolve("docker-compose.yml"), "services: {}");
        var sandbox = new Sandbox(docker, ProjectCopy.of(project), "grade-1");
        sandbox.isolate(Isolation.of(Models.of("{}").resolved(), "grade-1"));
        return new DataJudge(sandbox, book, "db");
    }

    private Result result(Rule rule) {
        return book.all().stream().filter(one -> one.rule() == rule).findFirst().orElseThrow();
    }

    @Test
    void a_named_volume_one_folder_too_high_does_not_hold_the_rows() throws IOException {
        // In either order: the engine promises none.
        for (var mounts : List.of(OUTER + "," + INNER, INNER + "," + OUTER)) {
            var container = JsonMapper.shared().readTree("""
                    {"Config": {"Labels": {"com.docker.compose.service": "db"}}, "Mounts": [%s]}""".formatted(mounts));
            judge().judgeVolume(List.of(new Observed(container)));
            assertThat(result(Rule.VOLUMES_NAMED).outcome()).as(mounts).isEqualTo(Outcome.NOT_MET);
            assertThat(result(Rule.VOLUMES_NAMED).reason()).contains("has no name");
        }
    }

    @Test
    void a_lost_row_is_told_in_the_words_of_the_database_not_with_its_pointer() throws IOException {
        docker.fails("psql", 1, """
                ERROR:  relation "stack_course_grade" does not exist
                LINE 1: SELECT mark FROM stack_course_grade
                                         ^""");
        judge().judgeRow();
        assertThat(result(Rule.VOLUMES_ROWS).reason())
                .isEqualTo("the row that was written before is gone:"
                        + " ERROR:  relation \"stack_course_grade\" does not exist");
    }
}
