package dev.datastack.acceptance.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.course.drill.Drill;
import dev.datastack.cli.course.drill.Drills;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/** After the tests that look at a stack that is well, before those that stop it. */
@NeedsEngine
@Order(Integer.MAX_VALUE - 1)
class CourseDrillIT {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Duration REPAIR = Duration.ofMinutes(5);

    @TestFactory
    Stream<DynamicTest> a_drill_breaks_is_noticed_is_repaired_by_its_solution_and_can_be_undone(RunningStack stack) {
        var project = stack.loaded();
        return Drills.all().stream().map(drill -> dynamicTest(drill.name(), () -> goesThrough(drill, project)));
    }

    private static void goesThrough(Drill drill, Project project) {
        begins(drill, project);
        var noticed = stack(project, "check");
        assertThat(noticed.exitCode()).as(Shell.told(noticed)).isEqualTo(1);
        var solution = solution(drill);
        assertThat(runs(solution.get(0), project)).as("what the look shows").isNotBlank();
        runs(solution.get(1), project);
        await().atMost(REPAIR).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            var repaired = stack(project, "check");
            assertThat(repaired.exitCode()).as(Shell.told(repaired)).isZero();
        });
        begins(drill, project);
        assertThat(stack(project, "check").exitCode()).isEqualTo(1);
        var undone = stack(project, "--undo");
        assertThat(undone.exitCode()).as(Shell.told(undone)).isZero();
        isAsBefore(project);
    }

    private static void begins(Drill drill, Project project) {
        await().atMost(REPAIR).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            var begun = stack(project, drill.name(), "--yes");
            assertThat(begun.exitCode()).as(Shell.told(begun)).isZero();
            assertThat(begun.outText()).contains(drill.symptom());
        });
    }

    /** The look and the repair, as the page has them. */
    private static List<String> solution(Drill drill) {
        var page = Repository.read(Repository.root().resolve("docs/solutions/drills/" + drill.name() + ".md"));
        var blocks = BLOCK.matcher(page).results().map(match -> match.group(1)).toList();
        assertThat(blocks).as(drill.name()).hasSize(2);
        return blocks;
    }

    private static String runs(String commands, Project project) {
        var finished = shell(project).run("bash", "-euo", "pipefail", "-c", commands);
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        return finished.outText() + finished.errText();
    }

    private static void isAsBefore(Project project) {
        assertThat(project.containers()).filteredOn(one -> !one.running()).allMatch(one -> one.exitCode() == 0);
        assertThat(project.warehouse().value("SELECT count(*) FROM core.flight"))
                .hasToString("336776");
        assertThat(Repository.root().resolve("docker-compose.override.yml")).doesNotExist();
        assertThat(project.shell().output("docker", "volume", "ls", "--quiet", "--filter", project.label()))
                .doesNotContain("postgres-data-17");
        assertThat(project.shell()
                        .output("docker", "ps", "--all", "--quiet", "--filter", "name=" + project.name() + "-notebook"))
                .isEmpty();
    }

    private static Finished stack(Project project, String... words) {
        return shell(project).run(Shell.words("./stack course drill", words));
    }

    private static Shell shell(Project project) {
        return project.shell().within(Duration.ofMinutes(5));
    }

    /** The tests that follow count the loads of the year. */
    @AfterAll
    static void the_ledger_is_as_it_was(RunningStack stack) throws SQLException, IOException {
        stack.loaded().warehouse().change("DELETE FROM etl.load WHERE requested_by = 'drill'");
        Files.deleteIfExists(Repository.root().resolve("course/drill.json"));
    }
}
