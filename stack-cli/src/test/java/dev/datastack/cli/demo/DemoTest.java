package dev.datastack.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.FakeTime;
import dev.datastack.cli.Xml;
import dev.datastack.cli.context.Context;
import dev.datastack.cli.host.Interrupts;
import dev.datastack.cli.host.Platform;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real PostgreSQL; the jar of the ETL service is tried where it is built, in the acceptance tests. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoTest {
    /** Of all tests, so that the binaries are unpacked once. */
    @TempDir
    private static Path temporary;

    @TempDir
    private Path root;

    private final FakeScreen screen = FakeScreen.pipe();
    private Optional<Runnable> onInterrupt = Optional.empty();

    private Demo demo(FakeEtl etl) {
        Interrupts interrupts = action -> {
            onInterrupt = Optional.of(action);
            return () -> onInterrupt = Optional.empty();
        };
        return new Demo(
                new Context(root, Map.of(), etl, screen.terminal(), new FakeTime(), interrupts, Runnable::run),
                temporary,
                "tester",
                Platform.here());
    }

    private Path report() {
        return root.resolve("target/demo/report.html");
    }

    private static Path folder() {
        return temporary.resolve("stack-demo-tester");
    }

    private static List<Path> runs() throws IOException {
        try (var files = Files.list(folder())) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("run-"))
                    .toList();
        }
    }

    @AfterEach
    void stop() {
        demo(new FakeEtl(0, () -> {})).stop();
    }

    @Test
    void a_run_ends_with_the_marts_and_a_report_and_leaves_nothing() throws IOException {
        var demo = demo(new FakeEtl(0, () -> {}));
        demo.require(false);
        demo.run(report(), false);
        assertThat(screen.out())
                .contains("fsync on", "mart.weather_delay", "report    file:", "is stopped and deleted");
        var page = Xml.parse(Files.readString(report()));
        assertThat(page.getDocumentElement().getTextContent())
                .contains("PostgreSQL 17.", "fsync on, synchronous_commit on, full_page_writes on");
        assertThat(runs()).isEmpty();
        assertThat(onInterrupt).isEmpty();
    }

    @Test
    void a_kept_database_answers_who_has_its_password_until_it_is_stopped() throws IOException, SQLException {
        var demo = demo(new FakeEtl(0, () -> {}));
        demo.run(report(), true);
        var address = screen.out()
                .lines()
                .filter(line -> line.startsWith("database"))
                .findFirst()
                .orElseThrow();
        var jdbc = "jdbc:" + address.replaceAll(".*(postgresql://)[^@]*@", "$1");
        var password = address.replaceAll(".*etl:([^@]*)@.*", "$1");
        try (var connection = DriverManager.getConnection(jdbc, "etl", password)) {
            assertThat(connection.isValid(5)).isTrue();
        }
        for (var user : List.of("etl", "postgres")) {
            assertThatThrownBy(() -> DriverManager.getConnection(jdbc, user, "guessed"))
                    .hasMessageContaining("password authentication failed");
        }
        var thrown = catchThrowableOfType(StackException.class, () -> demo.require(true));
        assertThat(thrown.problem()).isEqualTo(Problem.DEMO_KEPT);
        assertThat(thrown.next()).contains("./stack demo --stop");
        demo.require(false);

        assertThat(demo.stop()).isTrue();
        assertThat(runs()).isEmpty();
        assertThatThrownBy(() -> DriverManager.getConnection(jdbc, "etl", password))
                .hasMessageContaining("refused");
        assertThat(demo.stop()).isFalse();
    }

    @Test
    void a_load_that_failed_is_said_and_the_database_is_gone() throws IOException {
        var demo = demo(new FakeEtl(1, () -> {}));
        var thrown = catchThrowableOfType(StackException.class, () -> demo.run(report(), false));
        assertThat(thrown.problem()).isEqualTo(Problem.DEMO_FAILED);
        assertThat(thrown).hasMessageContaining("the year was not loaded (exit code 1)");
        assertThat(thrown.tried()).contains("load --all").doesNotContain("PASSWORD");
        assertThat(report()).doesNotExist();
        assertThat(runs()).isEmpty();
    }

    @Test
    void ctrl_c_stops_and_deletes_the_database() throws IOException {
        var etl = new FakeEtl(130, () -> onInterrupt.orElseThrow().run());
        demo(etl).run(report(), false);
        assertThat(report()).doesNotExist();
        assertThat(screen.err()).contains("interrupted. The demo's database is stopped and deleted.");
        assertThat(runs()).isEmpty();
    }

    @Test
    void what_a_killed_run_left_is_stopped_and_deleted_by_the_next() throws IOException {
        var demo = demo(new FakeEtl(0, () -> {}));
        demo.run(report(), true);
        var run = runs().get(0);
        var server =
                DemoServer.pid(run.resolve("data")).flatMap(ProcessHandle::of).orElseThrow();
        // As if it had been no run to keep, and its command were dead.
        Files.delete(folder().resolve("kept.properties"));
        DemoFolder.giveTo(run, Long.MAX_VALUE);
        demo.require(false);
        assertThat(server.isAlive()).isFalse();
        assertThat(runs()).isEmpty();
    }

    @Test
    void a_server_that_does_not_start_shows_what_it_said() throws IOException {
        var folder = new DemoFolder(temporary, "tester");
        var run = folder.newRun(ProcessHandle.current().pid());
        Files.createDirectories(run.resolve("data"));
        Files.writeString(run.resolve("data/in-the-way"), "");
        var thrown = catchThrowableOfType(StackException.class, () -> DemoServer.start(folder, run, "secret"));
        assertThat(thrown.problem()).isEqualTo(Problem.DEMO_FAILED);
        assertThat(thrown).hasMessageContaining("PostgreSQL did not start: initdb: error: directory");
        assertThat(thrown.evidence()).isNotEmpty();
        DemoFolder.delete(run);
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_problem_and_no_stack_trace() throws IOException {
        var file = Files.writeString(root.resolve("file"), "");
        var folder = new DemoFolder(file, "tester");
        var thrown = catchThrowableOfType(StackException.class, () -> folder.newRun(1));
        assertThat(thrown.next()).contains("java.io.tmpdir");
    }
}
