package dev.datastack.acceptance.stack;

import dev.datastack.cli.process.Finished;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** The one stack that most tests share, started from fresh volumes by {@code docker compose up -d --wait}. */
public final class RunningStack implements AutoCloseable {
    /** Generous: a year takes a minute on an idle machine. */
    private static final Duration YEAR = Duration.ofMinutes(8);

    private static final String YEAR_IS_LOADED = """
            SELECT (SELECT count(*) FROM etl.load WHERE status = 'done') >= 28
               AND (SELECT count(DISTINCT month) FROM mart.carrier_month) = 12
            """;
    private static final String LEDGER = "SELECT dataset, period, status, error FROM etl.load ORDER BY id";

    private final Project project;
    private final Finished up;
    private boolean loaded;
    private @Nullable String failure;

    private RunningStack(Project project) {
        this.project = project;
        this.up = project.up("--wait");
        if (!up.well()) {
            failure = "The stack did not start.\n" + Shell.told(up) + unwell();
        }
    }

    static RunningStack start() {
        return new RunningStack(Project.fresh(Repository.root()));
    }

    /** How {@code docker compose up -d --wait} ended. */
    public Finished up() {
        return up;
    }

    /** The project, with all services healthy. */
    public Project healthy() {
        failIfBroken();
        return project;
    }

    /** The project, once the year is in the warehouse. Nothing here asks for a load. */
    public Project loaded() {
        failIfBroken();
        if (!loaded) {
            awaitYear();
            loaded = true;
        }
        return project;
    }

    private void awaitYear() {
        var warehouse = project.warehouse();
        try {
            Awaitility.await()
                    .atMost(YEAR)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> "true".equals(warehouse.value(YEAR_IS_LOADED)));
        } catch (ConditionTimeoutException late) {
            failure = "The year was not loaded within %s.%n%s%n%s%n%s"
                    .formatted(
                            YEAR,
                            lines(warehouse.rows(LEDGER)),
                            project.logs("etl-service"),
                            project.logs("airflow-scheduler"));
            failIfBroken();
        }
    }

    private void failIfBroken() {
        if (failure != null) {
            var told = failure;
            failure = "The shared stack is broken, see the first failure.";
            throw new AssertionError(told);
        }
    }

    private String unwell() {
        return project.containers().stream()
                .filter(one -> one.running() ? !one.health().equals("healthy") : one.exitCode() != 0)
                .map(one -> "%n%n--- %s %s, exit code %d, last probe: %s%n%s"
                        .formatted(
                                one.service(),
                                one.health(),
                                one.exitCode(),
                                one.lastProbe(),
                                project.logs(one.service())))
                .collect(Collectors.joining());
    }

    private static String lines(List<List<Object>> rows) {
        return rows.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        project.close();
    }
}
