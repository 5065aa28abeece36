package dev.datastack.etl.fault;

import static org.awaitility.Awaitility.await;

import dev.datastack.etl.warehouse.TestWarehouse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/** Whatever a broken load might leave in the database once no worker is there any more. */
final class Leftovers {

    static final String RELATIONS = """
            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname NOT IN ('pg_catalog', 'pg_toast', 'information_schema', 'expected')
               AND n.nspname NOT LIKE 'pg_toast_temp%'
            """;

    private static final String ALL = """
            SELECT 'relation ' || name FROM ((%1$s) EXCEPT TABLE expected.relation) AS surplus (name)
            UNION ALL
            SELECT 'missing relation ' || name FROM (TABLE expected.relation EXCEPT (%1$s)) AS missing (name)
            UNION ALL
            SELECT 'back end ' || pid || ' ' || application_name || ' ' || coalesce(state, '') || ' ' || query
              FROM pg_stat_activity
             WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
               AND application_name NOT IN ('%2$s', 'psql')
            UNION ALL
            SELECT 'lock ' || locktype || ' ' || mode || coalesce(' ' || relation::regclass, '') FROM pg_locks
             WHERE pid <> pg_backend_pid() AND (locktype = 'advisory' OR relation IN (
                   SELECT oid FROM pg_class WHERE relnamespace IN ('core'::regnamespace, 'etl'::regnamespace)))
            UNION ALL
            SELECT 'prepared transaction ' || gid FROM pg_prepared_xacts
            """;

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Leftovers() {}

    /** A back end may need a moment to see that its client is gone. */
    static List<String> of(TestWarehouse warehouse) throws SQLException {
        try {
            await().atMost(LONGEST).until(() -> found(warehouse).isEmpty());
        } catch (ConditionTimeoutException e) {
            return found(warehouse);
        }
        return List.of();
    }

    private static List<String> found(TestWarehouse warehouse) throws SQLException {
        return warehouse.rows(ALL.formatted(RELATIONS, TestWarehouse.NAME)).stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }
}
