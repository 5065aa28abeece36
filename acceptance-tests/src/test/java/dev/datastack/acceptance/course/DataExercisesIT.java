package dev.datastack.acceptance.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Topic 9. After the tests that look at a stack that is well; what it adds to the stack, it removes again. */
@NeedsEngine
@Order(Integer.MAX_VALUE - 2)
class DataExercisesIT {
    private static final System.Logger LOG = System.getLogger("course");
    /** All that is in the stack and must be there afterwards, and nothing more. */
    private static final String STATE = """
            SELECT (SELECT count(*) || ' ' || sum(distance) FROM core.flight),
                   (SELECT string_agg(dataset || ' ' || period || ' ' || status, ', ' ORDER BY id) FROM etl.load),
                   (SELECT count(*) || ' ' || sum(flights) FROM mart.carrier_month),
                   (SELECT string_agg(nspname, ' ' ORDER BY nspname) FROM pg_namespace WHERE nspname !~ '^pg_')
            """;

    @TempDir
    private Path folder;

    @Test
    void every_exercise_fails_as_shipped_and_passes_with_its_solution(RunningStack stack) {
        var project = stack.loaded();
        var before = state(project);
        var finished = shell(project).run(Shell.words("./stack course verify 9"));
        LOG.log(Level.INFO, "stack course verify 9\n{0}", finished.outText());
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        assertThat(state(project)).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> an_answer_gets_its_verdict(RunningStack stack) {
        var project = stack.loaded();
        return DataAnswers.all()
                .map(answer -> dynamicTest(answer.exercise() + " " + answer.what(), () -> judged(answer, project)));
    }

    private void judged(DataAnswer answer, Project project) throws IOException {
        var before = state(project);
        course(project, "start", answer.exercise());
        var work = answer.in(folder);
        try {
            var typed = shell(project).run("sh", work.resolve("commands.sh").toString());
            var checked = course(project, "check", answer.exercise(), "--json");
            assertThat(failed(checked))
                    .as(Shell.told(typed) + "\n" + Shell.told(checked))
                    .isEqualTo(answer.failing());
        } finally {
            shell(project).run("sh", work.resolve("cleanup.sh").toString());
        }
        course(project, "reset", answer.exercise(), "--yes");
        assertThat(state(project)).isEqualTo(before);
    }

    private static List<String> failed(Finished checked) {
        var checks = JsonMapper.shared().readTree(checked.outText()).path("checks");
        return StreamSupport.stream(checks.spliterator(), false)
                .filter(check -> !check.path("outcome").asString("").equals("PASSED"))
                .map(check -> check.path("name").asString(""))
                .toList();
    }

    private Finished course(Project project, String... words) {
        var all = Stream.concat(Stream.of(words), Stream.of("--folder", folder.toString()));
        return shell(project).run(Shell.words("./stack course", all.toArray(String[]::new)));
    }

    private static List<Object> state(Project project) {
        return project.warehouse().rows(STATE).get(0);
    }

    private static Shell shell(Project project) {
        return project.shell().within(Duration.ofMinutes(15));
    }
}
