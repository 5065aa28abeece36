package dev.datastack.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.airflow.RunProgress;
import dev.datastack.cli.context.Context;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.ledger.LoadProgress;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.terminal.Terminal.Traits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StatusWatchTest {
    private static final String UP = "\u001b[1A\u001b[2K";

    private final Queue<Supplier<StackStatus>> looks = new ArrayDeque<>();
    private Runnable ctrlC = () -> {};

    /** Ctrl-C is typed when there is nothing more to see. */
    private final Time time = new Time() {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            now = now.plus(duration);
            if (looks.isEmpty()) {
                ctrlC.run();
            }
        }

        @Override
        public void wake() {}
    };

    private StatusWatchTest sees(String state, String health) {
        looks.add(() -> status(state, health));
        return this;
    }

    private StatusWatchTest seesNothing() {
        looks.add(() -> {
            throw new StackException(Problem.COMMAND_FAILED, "no engine.", "docker ps", "wait");
        });
        return this;
    }

    private static StackStatus status(String state, String health) {
        var service = new ServiceStatus(
                "postgres", state, health, health.equals("healthy"), "", "", "", "", 0, List.of(), List.of(), "", "");
        return new StackStatus(
                "p", true, List.of(service), false, LoadProgress.NOTHING, RunProgress.NOTHING, List.of(), "");
    }

    private String watchedOn(FakeScreen screen) {
        var context = new Context(
                Path.of("."),
                Map.of(),
                new FakeRunner(),
                screen.terminal(),
                time,
                action -> {
                    ctrlC = action;
                    return () -> {};
                },
                Runnable::run);
        new StatusWatch(context).run(() -> new StatusText(looks.remove().get(), time.now(), false));
        return screen.out();
    }

    @Test
    void without_a_screen_there_is_a_line_for_each_change() {
        sees("running", "starting").sees("running", "starting").sees("running", "healthy");
        assertThat(watchedOn(FakeScreen.pipe())).isEqualTo("""
                        2026-01-01T00:00:00Z postgres: running, starting
                        2026-01-01T00:00:00Z year 2013: %s
                        2026-01-01T00:00:04Z postgres: running, healthy
                        """.formatted(LoadProgress.NOTHING.text()));
    }

    @Test
    void on_a_screen_each_table_is_written_over_the_last_one() {
        sees("running", "starting").sees("running", "healthy");
        var out = watchedOn(new FakeScreen(new Traits(true, true, false, 80), ""));
        assertThat(out).contains("healthy").containsOnlyOnce(UP.repeat(3)).doesNotContain(UP.repeat(4));
    }

    @Test
    void no_line_is_wider_than_the_screen() {
        sees("running", "healthy");
        var out = watchedOn(new FakeScreen(new Traits(true, true, false, 20), ""));
        assertThat(out.lines()).allMatch(line -> line.length() < 20).contains("postgres", "  running, healthy");
    }

    @Test
    void a_word_that_is_wider_than_the_screen_is_cut() {
        sees("exited (1)", "");
        var out = watchedOn(new FakeScreen(new Traits(true, true, false, 9), ""));
        assertThat(out.lines()).allMatch(line -> line.length() < 9).contains("  exite…");
    }

    @Test
    void what_is_not_well_is_in_colour() {
        sees("exited (1)", "");
        var out = watchedOn(new FakeScreen(new Traits(true, true, true, 80), ""));
        assertThat(out.lines()).anyMatch(line -> line.startsWith("\u001b[31mpostgres"));
    }

    @Test
    void an_engine_that_is_silent_twice_is_told_and_does_not_end_it() {
        sees("running", "healthy").seesNothing().seesNothing().sees("exited (1)", "");
        assertThat(watchedOn(FakeScreen.pipe()))
                .contains(
                        "2026-01-01T00:00:04Z engine: looking again after docker ps: no engine.\n",
                        "2026-01-01T00:00:06Z postgres: exited (1)\n");
    }

    @Test
    void what_fails_once_is_no_news() {
        sees("running", "healthy").seesNothing();
        assertThat(watchedOn(FakeScreen.pipe())).doesNotContain("engine");
        sees("running", "healthy").seesNothing();
        var out = watchedOn(new FakeScreen(new Traits(true, true, false, 80), ""));
        assertThat(out).contains("healthy").doesNotContain(UP);
    }
}
