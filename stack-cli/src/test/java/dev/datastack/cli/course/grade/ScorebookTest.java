package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScorebookTest {
    private final Scorebook book = new Scorebook();

    private Grade grade(int passMark) {
        return new Grade("p", List.of(), book.all(), passMark);
    }

    private void allMet() {
        for (var rule : Rule.values()) {
            book.judge(rule, List.of(), "seen");
        }
    }

    @Test
    void without_airflow_nothing_that_speaks_of_all_services_is_met_and_no_pass_mark_helps() {
        allMet();
        book.judge(Rule.COMPOSE_SERVICES, List.of("Airflow's web server was not found"), "");
        book.lacks(List.of(Role.WEBSERVER, Role.SCHEDULER));
        // 100 without 5 + 8 of the images, 7 + 5 of the services, 20 of the health checks and 3 of the README.
        assertThat(grade(1).score()).isEqualTo(52);
        assertThat(grade(1).passed()).isFalse();
        assertThat(grade(1).of(Deliverable.HEALTH))
                .allSatisfy(result -> assertThat(result.reason()).contains("Airflow's web server"));
    }

    @Test
    void a_whole_project_passes_at_its_mark() {
        allMet();
        book.judge(Rule.README_START, List.of("none"), "");
        assertThat(grade(96).passed()).isTrue();
        assertThat(grade(97).passed()).isFalse();
    }

    @Test
    void control_characters_of_a_project_are_shown_and_not_obeyed() {
        book.judge(Rule.COMPOSE_RUNS, List.of("\u001b[31mred\nline"), "");
        assertThat(book.all().stream().map(Result::reason)).contains("\\x1b[31mred\\x0aline");
        assertThat(new Grade("a\u0007b", List.of(), List.of(), 1).project()).isEqualTo("a\\x07b");
    }
}
