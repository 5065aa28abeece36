package dev.datastack.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.ledger.LoadProgress;
import dev.datastack.cli.terminal.Terminal.Traits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StackProgressTest {
    private static final Service SECRETS = service("secrets", true, Map.of());
    private static final Service POSTGRES =
            service("postgres", false, Map.of("secrets", "service_completed_successfully"));
    private static final Service ETL = service("etl-service", false, Map.of("postgres", "service_healthy"));
    private static final LoadProgress WHOLE = new LoadProgress(12, 12, 4, 370_000, 12, 0, List.of());

    private final StackProgress progress = new StackProgress(List.of(SECRETS, POSTGRES, ETL), true);

    private static Service service(String name, boolean oneShot, Map<String, String> needs) {
        return new Service(name, oneShot, !oneShot, 1, false, "", needs, List.of());
    }

    private static ServiceState state(String service, String state, String health, int exitCode) {
        return new ServiceState(service, "p-" + service, service, state, health, exitCode, "", List.of());
    }

    private static final ServiceState DONE = state("secrets", "exited", "", 0);
    private static final ServiceState HEALTHY = state("postgres", "running", "healthy", 0);
    private static final ServiceState LOADER = state("etl-service", "running", "healthy", 0);

    private void see(long seconds, ServiceState... states) {
        progress.observe(Duration.ofSeconds(seconds), List.of(states), Map.of());
    }

    private void see(long seconds, LoadProgress load) {
        progress.observe(Duration.ofSeconds(seconds), load);
    }

    @Test
    void the_frames_of_a_start_as_a_screen_shows_them() {
        see(0);
        assertThat(screen()).isEqualTo("""
                   .   secrets      not yet started
                   .   postgres     waits for secrets
                   .   etl-service  waits for postgres
                  ...  year 2013    flights 0/12, weather 0/12, reference 0/4, marts 0/12, 0 rows
                """);
        see(1, state("secrets", "running", "", 0), state("postgres", "created", "", 0));
        see(2, DONE, state("postgres", "running", "starting", 0));
        assertThat(screen()).isEqualTo("""
                   ok  secrets      done (2 s)
                  ...  postgres     starting
                   .   etl-service  waits for postgres
                  ...  year 2013    flights 0/12, weather 0/12, reference 0/4, marts 0/12, 0 rows
                """);
        progress.started();
        see(4, DONE, HEALTHY, LOADER);
        see(9, new LoadProgress(7, 8, 4, 201_312, 5, 2, List.of()));
        assertThat(screen()).isEqualTo("""
                   ok  secrets      done (2 s)
                   ok  postgres     healthy (4 s)
                   ok  etl-service  healthy (4 s)
                  ...  year 2013    flights 7/12, weather 8/12, reference 4/4, marts 5/12, 201,312 rows
                """);
        see(12, WHOLE);
        assertThat(screen()).endsWith("370,000 rows (12 s)\n");
        assertThat(progress.verdict()).isEqualTo(new Verdict.Ready());
    }

    private String screen() {
        var screen = new FakeScreen(new Traits(true, true, false, 120), "");
        View.on(screen.terminal()).show(progress.frame());
        return screen.out();
    }

    @Test
    void a_screen_goes_back_over_the_last_frame_and_breaks_no_line() {
        var narrow = new FakeScreen(new Traits(true, true, false, 50), "");
        var view = View.on(narrow.terminal());
        see(0);
        view.show(progress.frame());
        view.show(progress.frame());
        assertThat(narrow.out()).contains("\u001b[1A\u001b[2K".repeat(4)).contains("flights 0/12, weather…\n");
        assertThat(narrow.out().lines())
                .allMatch(line -> line.replaceAll("\u001b\\[\\d+[AKm]", "").length() < 50);
    }

    @Test
    void without_a_screen_there_is_one_line_for_each_change() {
        var pipe = FakeScreen.pipe();
        var view = View.on(pipe.terminal());
        see(0);
        view.show(progress.frame());
        see(3, DONE);
        view.show(progress.frame());
        view.show(progress.frame());
        assertThat(pipe.out().lines().skip(4))
                .containsExactly("[  3 s] secrets: done", "[  3 s] postgres: not yet started");
    }

    @Test
    void what_ended_before_this_start_is_no_failure_of_it() {
        see(0, DONE, state("postgres", "exited", "", 255));
        assertThat(progress.verdict()).isInstanceOf(Verdict.Pending.class);
        progress.started();
        assertThat(progress.verdict()).isEqualTo(new Verdict.ServicesFailed(List.of("postgres")));
    }

    @Test
    void an_unhealthy_service_and_a_failed_one_shot_are_failures() {
        progress.started();
        see(0, state("secrets", "exited", "", 3), state("postgres", "running", "unhealthy", 0));
        assertThat(progress.verdict()).isEqualTo(new Verdict.ServicesFailed(List.of("secrets", "postgres")));
    }

    @Test
    void a_third_restart_is_a_failure_and_a_first_is_none() {
        progress.started();
        var restarting = state("postgres", "restarting", "", 1);
        progress.observe(Duration.ZERO, List.of(DONE, restarting), Map.of("postgres", 1));
        assertThat(progress.verdict()).isInstanceOf(Verdict.Pending.class);
        progress.observe(Duration.ZERO, List.of(DONE, restarting), Map.of("postgres", 3));
        assertThat(progress.verdict()).isEqualTo(new Verdict.ServicesFailed(List.of("postgres")));
    }

    @Test
    void of_two_containers_the_one_behind_speaks_for_the_service() {
        see(1, DONE, HEALTHY, LOADER, state("etl-service", "running", "starting", 0));
        assertThat(progress.frame().lines().get(2).detail()).isEqualTo("starting");
    }

    @Test
    void a_failed_load_is_final_when_nothing_has_moved_for_a_minute() {
        progress.started();
        see(1, DONE, HEALTHY, LOADER);
        var failed = new LoadProgress(11, 12, 3, 1, 11, 0, List.of("flights 2013-02: file is missing"));
        see(10, failed);
        see(60, failed);
        assertThat(progress.verdict()).isInstanceOf(Verdict.Pending.class);
        see(70, failed);
        assertThat(progress.verdict()).isEqualTo(new Verdict.LoadsFailed(failed.failures()));
    }

    @Test
    void healthy_services_without_the_year_are_not_enough() {
        progress.started();
        see(1, DONE, HEALTHY, LOADER);
        assertThat(progress.verdict()).isInstanceOf(Verdict.Pending.class);
    }
}
