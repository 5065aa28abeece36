package dev.datastack.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@NeedsEngine
class DagIntegrityIT {
    private static final String[] BUILD = {
        "docker",
        "compose",
        "--progress",
        "plain",
        "--file",
        "docker-compose.yml",
        "--file",
        "acceptance-tests/src/test/resources/airflow-tests.yaml",
        "build",
        "airflow-init"
    };

    /** They are the last step of a stage of the image, so building it runs them. */
    @Test
    void the_tests_of_the_dags_pass_in_their_image() {
        try (var project = Project.fresh(Repository.root())) {
            var built = project.shell().within(Duration.ofMinutes(20)).run(BUILD);
            assertThat(built.well()).as(Shell.told(built)).isTrue();
        }
    }
}
