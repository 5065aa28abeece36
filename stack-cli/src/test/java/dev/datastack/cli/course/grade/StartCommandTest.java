package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StartCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker compose up -d",
                "$ docker-compose -f docker-compose.yml --profile all up --build",
                "cp .env.example .env && docker compose up -d --wait   # and wait",
                "PS C:\\stack> docker compose up",
                "sudo docker compose up -d",
                "AIRFLOW_PORT=8081 docker compose up",
                "docker compose \\\n  up -d"
            })
    void a_shell_would_start_the_project(String code) {
        assertThat(StartCommand.isIn(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# do not use docker compose up",
                "docker compose down # the opposite of docker compose up",
                "echo docker compose up",
                "do not run docker compose up",
                "docker compose logs up",
                "docker compose -f up ps",
                "docker compose --dry-run up",
                "docker compose up --no-start"
            })
    void a_shell_would_not(String code) {
        assertThat(StartCommand.isIn(code)).isFalse();
    }
}
