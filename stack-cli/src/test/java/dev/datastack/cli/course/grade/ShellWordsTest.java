package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShellWordsTest {
    @Test
    void a_line_of_a_shell_is_taken_apart_into_its_programs() {
        assertThat(ShellWords.commands(
                        "bash -c until pg_isready -h postgres; do sleep 1; done; exec airflow scheduler"))
                .containsExactly("pg_isready -h postgres", "sleep 1", "airflow scheduler");
    }

    @Test
    void what_only_starts_another_program_is_left_out() {
        assertThat(ShellWords.commands("/usr/bin/dumb-init -- /entrypoint airflow webserver"))
                .containsExactly("airflow webserver");
        assertThat(ShellWords.commands("docker-entrypoint.sh postgres -c fsync=off"))
                .containsExactly("postgres -c fsync=off");
        assertThat(ShellWords.commands("sh -eu -c \"PORT=1 env airflow api-server\""))
                .containsExactly("airflow api-server");
    }
}
