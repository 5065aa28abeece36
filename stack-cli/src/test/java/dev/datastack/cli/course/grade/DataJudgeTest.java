package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.docker.ContainerJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataJudgeTest {
    private static final String NAMELESS = "0123456789abcdef".repeat(4);
    private static final String INNER = """
            {"Type": "volume", "Name": "%s", "Destination": "/var/lib/postgresql/data"}""".formatted(NAMELESS);
    private static final String OUTER = """
            {"Type": "volume", "Name": "p_rows", "Destination": "/var/lib/postgresql"}""";

    @TempDir
    private Path folder;

    private final FakeRunner docker = new FakeRunner();
    private final Scorebook book = new Scorebook();

    private DataJudge judge() throws IOException {
        var sandbox = Models.sandboxed(docker, folder, Models.of("{}"));
        return new DataJudge(sandbox, book, "db");
    }

    private Result result(Rule rule) {
        return book.all().stream().filter(one -> one.rule() == rule).findFirst().orElseThrow();
    }

    @Test
    void a_named_volume_one_folder_too_high_does_not_hold_the_rows() throws IOException {
        var judge = judge();
        // In either order: the engine promises none.
        for (var mounts : List.of(OUTER + "," + INNER, INNER + "," + OUTER)) {
            var container = ContainerJson.parse("""
                    {"Config": {"Labels": {"com.docker.compose.service": "db"}}, "Mounts": [%s]}""".formatted(mounts));
            judge.judgeVolume(List.of(new Observed(container)));
            assertThat(result(Rule.VOLUMES_NAMED).outcome()).as(mounts).isEqualTo(Outcome.NOT_MET);
            assertThat(result(Rule.VOLUMES_NAMED).reason())
                    .isEqualTo("the path of the volume in db is wrong:"
                            + " it lies at /var/lib/postgresql, and the rows at /var/lib/postgresql/data");
        }
    }

    @Test
    void a_moved_folder_with_its_volume_is_right() throws IOException {
        var container = ContainerJson.parse("""
                {"Config": {"Labels": {"com.docker.compose.service": "db"}, "Env": ["PGDATA=/pg/data"]}, "Mounts": [
                  {"Type": "volume", "Name": "p_rows", "Destination": "/pg"}, %s]}""".formatted(INNER));
        judge().judgeVolume(List.of(new Observed(container)));
        assertThat(result(Rule.VOLUMES_NAMED).reason()).isEqualTo("the named volume p_rows");
    }

    @Test
    void a_volume_of_the_image_alone_has_no_name() throws IOException {
        var container = ContainerJson.parse("""
                {"Config": {"Labels": {"com.docker.compose.service": "db"}}, "Mounts": [%s]}""".formatted(INNER));
        judge().judgeVolume(List.of(new Observed(container)));
        assertThat(result(Rule.VOLUMES_NAMED).reason()).contains("has no name");
    }

    @Test
    void a_folder_in_memory_does_not_keep_the_rows() throws IOException {
        var container = ContainerJson.parse("""
                {"Config": {"Labels": {"com.docker.compose.service": "db"}}, "Mounts": [%s],
                 "HostConfig": {"Tmpfs": {"/var/lib/postgresql/data": ""}}}""".formatted(OUTER));
        judge().judgeVolume(List.of(new Observed(container)));
        assertThat(result(Rule.VOLUMES_NAMED).reason()).contains("lies in memory");
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
