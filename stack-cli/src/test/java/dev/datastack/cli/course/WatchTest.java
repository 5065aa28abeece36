package dev.datastack.cli.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.sandbox.Sandboxes;
import dev.datastack.cli.terminal.Terminal;
import dev.datastack.cli.terminal.Terminal.Traits;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchTest {
    @TempDir
    private Path root;

    private final FakeRunner docker = new FakeRunner();
    private final Queue<Runnable> meanwhile = new ArrayDeque<>();
    private final StringWriter out = new StringWriter();

    /** Each wait does the next thing that the learner does meanwhile; after the last one there is no more input. */
    private final Time time = new Time() {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            now = now.plus(duration);
            var next = meanwhile.poll();
            if (next != null) {
                next.run();
            }
        }

        @Override
        public void wake() {}
    };

    @BeforeEach
    void an_engine_where_the_box_stays_open() {
        CourseFixture.in(root);
        docker.says("", "").fails("docker cp", 1, "");
    }

    private boolean watch(String keys) {
        var waits = new BufferedReader(new StringReader(keys)) {
            @Override
            public boolean ready() {
                return meanwhile.isEmpty();
            }
        };
        var writer = new PrintWriter(out, true);
        var terminal = new Terminal(writer, writer, waits, Traits.NONE);
        var course = Course.of(root, root.resolve("course"), null, time);
        var first = course.exercise("1.1");
        course.start(first);
        var checker =
                new Checker(Sandboxes.on(docker, time, ""), root.resolve("course/.check"), Clones.on(docker, root));
        return new Watch(course, checker, new CourseText(terminal, root, ""), terminal, time).run(first);
    }

    private void save(String text) {
        CourseFixture.write(root.resolve("course/01-boxes/1-open/Dockerfile"), text);
    }

    private long checks() {
        return out.toString()
                .lines()
                .filter(line -> line.equals("1.1 An open box"))
                .count();
    }

    @Test
    void it_checks_once_and_ends_with_the_input() {
        assertThat(watch("")).isFalse();
        assertThat(checks()).isEqualTo(1);
        assertThat(out.toString())
                .contains("[h]int  [n]ext  [l]ist  [q]uit   0 of 2 passed, watching course/01-boxes/1-open");
    }

    @Test
    void it_checks_again_after_a_save_and_says_when_that_passes() {
        meanwhile.add(() -> {
            save("FROM scratch\nCOPY lid /\n");
            docker.says("docker cp", "");
        });
        meanwhile.add(() -> {});
        assertThat(watch("q")).isTrue();
        assertThat(checks()).isEqualTo(2);
        assertThat(out.toString()).contains("Passed. Compare: ./stack course solution 1.1   Press n to continue.");
    }

    @Test
    void several_saves_in_a_row_are_one_check() {
        meanwhile.addAll(List.of(() -> save("FROM a\n"), () -> save("FROM ab\n"), () -> save("FROM abc\n"), () -> {}));
        watch("q");
        assertThat(checks()).isEqualTo(2);
    }

    @Test
    void what_an_editor_keeps_beside_the_file_is_no_save() {
        meanwhile.add(() -> CourseFixture.write(root.resolve("course/01-boxes/1-open/.Dockerfile.swp"), "x"));
        watch("q");
        assertThat(checks()).isEqualTo(1);
    }

    @Test
    void keys_show_hints_and_the_list() {
        watch("hhlxq");
        assertThat(out.toString())
                .containsSubsequence("Hint 1 of 2: look", "Hint 2 of 2: push", "1.2   not started  A full box");
    }

    @Test
    void the_learner_goes_on_without_a_pass_and_is_told_that_it_takes_a_moment() {
        watch("nq");
        assertThat(out.toString())
                .containsSubsequence("files:  course/01-boxes/2-full", "1.2 A full box", "(waits for the box)");
        assertThat(root.resolve("course/01-boxes/2-full/Dockerfile")).exists();
    }
}
