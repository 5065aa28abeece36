package dev.datastack.cli.up.progress;

import static dev.datastack.cli.docker.ContainerHealth.NONE;
import static dev.datastack.cli.docker.ContainerState.CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.ledger.LoadProgress;
import dev.datastack.cli.terminal.Terminal.Traits;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StackProgressTest extends WatchedStart {
    @Test
    void the_frames_of_a_start_as_a_screen_shows_them() {
        see(0);
        assertThat(screen()).isEqualTo("""
                   .   secrets      not yet started
                   .   postgres     waits for secrets
                   .   etl-service  waits for postgres
                  ...  year 2013    not known yet
                """);
        see(1, running("secrets", NONE), new Seen(state("postgres", CREATED, NONE, 0), 0, false, false));
        see(2, DONE, running("postgres", ContainerHealth.STARTING));
        assertThat(screen()).isEqualTo("""
                   ok  secrets      done (2 s)
                  ...  postgres     starting
                   .   etl-service  waits for postgres
                  ...  year 2013    not known yet
                """);
        started();
        see(4, DONE, HEALTHY, LOADER);
        see(9, new LoadProgress(7, 8, 4, 201_312, 5, 2, List.of()));
        assertThat(screen()).isEqualTo("""
                   ok  secrets      done (2 s)
                   ok  postgres     healthy (4 s)
                   ok  etl-service  healthy (4 s)
                  ...  year 2013    flights 7/12, weather 8/12, reference 4/4, marts 5/12, 201,312 flights
                """);
        see(12, WHOLE);
        assertThat(screen()).endsWith("336,776 flights (12 s)\n");
        assertThat(progress.verdict()).isEqualTo(new Verdict.Ready());
    }

    private String screen() {
        var screen = new FakeScreen(new Traits(true, true, false, 120), "");
        LiveView.on(screen.terminal()).show(progress.frame());
        return screen.out();
    }

    @Test
    void a_screen_goes_back_over_the_last_frame_and_breaks_no_line() {
        var narrow = new FakeScreen(new Traits(true, true, false, 50), "");
        var view = LiveView.on(narrow.terminal());
        see(0);
        see(0, LoadProgress.NOTHING);
        view.show(progress.frame());
        view.show(progress.frame());
        assertThat(narrow.out()).contains("\u001b[1A\u001b[2K".repeat(4)).contains("flights 0/12, weather…\n");
        assertThat(narrow.out().lines())
                .allMatch(line -> line.replaceAll("\u001b\\[\\d+[AKm]", "").length() < 50);
    }

    @Test
    void without_a_screen_there_is_one_line_for_each_change() {
        var pipe = FakeScreen.pipe();
        var view = LiveView.on(pipe.terminal());
        see(0);
        view.show(progress.frame());
        see(3, DONE);
        view.show(progress.frame());
        view.show(progress.frame());
        assertThat(pipe.out().lines().skip(4))
                .containsExactly("[  3 s] secrets: done", "[  3 s] postgres: not yet started");
    }

    @Test
    void of_two_containers_the_one_behind_speaks_for_the_service() {
        see(1, DONE, HEALTHY, LOADER, running("etl-service", ContainerHealth.STARTING));
        assertThat(progress.frame().lines().get(2).detail()).isEqualTo("starting");
    }
}
