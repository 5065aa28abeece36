package dev.datastack.acceptance.cluster;

import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.Shell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The server's superuser in the container of PostgreSQL, wherever that is: {@code kubectl exec …} or {@code docker exec …}. */
record Psql(Shell shell, List<String> into) {
    private static final String LEFT = "psql --username postgres --dbname warehouse --command \"$1\" >/dev/null 2>&1 &";
    private static final String HOLDER = "FROM pg_stat_activity WHERE application_name = 'drill'";

    static Psql inPod(Shell shell) {
        return new Psql(shell, List.of("kubectl", "exec", "postgres-0", "--"));
    }

    static Psql inContainer(Shell shell, String container) {
        return new Psql(shell, List.of("docker", "exec", container));
    }

    /** Columns with a bar between them. */
    String ask(String database, String sql) {
        return shell.output(
                        words("psql --username postgres --no-align --tuples-only --dbname " + database + " -c", sql))
                .strip();
    }

    /** Locks the flights until {@link #release}, so that a load of them stays in its middle. */
    void hold() {
        shell.output(
                words("env PGAPPNAME=drill sh -c", LEFT, "sh", "BEGIN; LOCK TABLE core.flight; SELECT pg_sleep(600)"));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> ask("warehouse", "SELECT count(*) " + HOLDER + " AND wait_event = 'PgSleep'")
                        .equals("1"));
    }

    void release() {
        ask("warehouse", "SELECT count(pg_terminate_backend(pid)) " + HOLDER);
    }

    private String[] words(String plain, String... more) {
        var all = new ArrayList<>(into);
        all.addAll(List.of(Shell.words(plain, more)));
        return all.toArray(String[]::new);
    }
}
