package dev.datastack.acceptance.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.RunningStack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@NeedsEngine
class DoorsIT {
    private static final String AIRFLOW = "/api/v2/version";
    private static final String PGADMIN = "/login";
    private static final int VISITS = 200;
    private static final int TRIES_A_MINUTE = 10;

    @Test
    void pages_answer_to_the_name_of_this_machine_and_to_addresses_on_whatever_port(RunningStack stack) {
        var ports = stack.healthy().ports();
        for (var host :
                List.of("127.0.0.1:" + ports.airflow(), "localhost", "localhost:1", "192.0.2.1:80", "[::1]:80")) {
            assertThat(new Visitor(ports.airflow()).asks(host, AIRFLOW).status())
                    .as("Airflow as %s", host)
                    .isEqualTo(200);
            assertThat(new Visitor(ports.pgadmin()).asks(host, PGADMIN).status())
                    .as("pgAdmin as %s", host)
                    .isEqualTo(200);
        }
    }

    @Test
    void a_foreign_name_that_leads_here_is_refused(RunningStack stack) {
        var ports = stack.healthy().ports();
        for (var host : List.of("evil.example", "127.0.0.1.evil.example:8080", "localhost.evil.example")) {
            assertThat(new Visitor(ports.airflow()).asks(host, AIRFLOW).status())
                    .as("Airflow as %s", host)
                    .isEqualTo(403);
            assertThat(new Visitor(ports.pgadmin()).asks(host, PGADMIN).status())
                    .as("pgAdmin as %s", host)
                    .isEqualTo(403);
        }
    }

    @Test
    void no_foreign_page_may_show_ours_in_a_frame(RunningStack stack) {
        var ports = stack.healthy().ports();
        assertThat(new Visitor(ports.airflow()).asks("localhost", AIRFLOW).headers())
                .contains("x-frame-options: sameorigin", "content-security-policy: frame-ancestors 'self'");
        assertThat(new Visitor(ports.pgadmin()).asks("localhost", PGADMIN).headers())
                .contains("x-frame-options: sameorigin");
    }

    @Test
    void visitors_who_do_not_log_in_leave_no_file(RunningStack stack) {
        var project = stack.healthy();
        var before = sessionFiles(project);
        for (int i = 0; i < VISITS; i++) {
            new Visitor(project.ports().pgadmin()).asks("localhost", i % 2 == 0 ? PGADMIN : "/browser/");
        }
        assertThat(sessionFiles(project)).isEqualTo(before);
        var door = new PgAdminDoor(project.ports().pgadmin());
        assertThat(door.opensFor(project.secret("pgadmin", "admin-password"))).isTrue();
        assertThat(sessionFiles(project)).isEqualTo(before + 1);
    }

    @Test
    void wrong_passwords_lock_nobody_out_and_only_so_many_a_minute_are_heard(RunningStack stack) {
        var project = stack.healthy();
        var door = new PgAdminDoor(project.ports().pgadmin());
        var right = project.secret("pgadmin", "admin-password");
        for (int i = 0; i < 4; i++) {
            assertThat(door.opensFor("wrong " + i)).isFalse();
        }
        assertThat(door.opensFor(right)).as("after four wrong ones").isTrue();
        for (int i = 0; i < TRIES_A_MINUTE; i++) {
            door.answerTo("wrong");
        }
        assertThat(door.answerTo(right).statusCode()).isEqualTo(429);
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> door.opensFor(right));
    }

    private static int sessionFiles(Project project) {
        var listing = project.exec("pgadmin", "find", "/var/lib/pgadmin/sessions", "-type", "f");
        assertThat(listing.well()).isTrue();
        return (int) listing.outText().lines().count();
    }
}
