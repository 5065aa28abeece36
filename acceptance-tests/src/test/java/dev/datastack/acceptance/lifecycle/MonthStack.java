package dev.datastack.acceptance.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.builds.Clone;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A clone whose {@code .env} names its project and may change, with PostgreSQL, the ETL service, pgAdmin, Airflow's schema,
 * and one month of flights.
 */
record MonthStack(Project project) implements AutoCloseable {
    static final Duration LONG = Duration.ofMinutes(20);

    static MonthStack start(Path folder) throws IOException {
        var clone = Clone.built(folder);
        var project = Project.fresh(folder);
        clone.settings(project.settings());
        var stack = new MonthStack(project);
        well(project.up("--wait", "postgres", "etl-service", "pgadmin"));
        well(project.shell().within(LONG).run("docker", "compose", "run", "--rm", "-T", "airflow-init"));
        for (var dataset : List.of("airlines", "airports", "planes", "timezones")) {
            stack.load(dataset);
        }
        stack.load("flights", "2013-01");
        return stack;
    }

    void load(String... dataset) {
        well(project.shell()
                .within(LONG)
                .run(Shell.words("docker compose exec -T etl-service etl load " + String.join(" ", dataset))));
    }

    private static void well(Finished finished) {
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
    }

    /** With the data of both versions: Compose removes only that of the one in use. */
    @Override
    public void close() {
        project.close();
        for (var volume : List.of("postgres-data", "postgres-data-18")) {
            project.shell().run("docker", "volume", "rm", "--force", project.name() + "_" + volume);
        }
    }
}
