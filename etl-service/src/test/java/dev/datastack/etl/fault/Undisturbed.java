package dev.datastack.etl.fault;

import dev.datastack.etl.warehouse.TestWarehouse;
import dev.datastack.etl.worker.OneLoad;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * What rows, rejects and ledger look like after loads that nothing disturbs, kept beside them to compare with. Which
 * version of a month must be there, the ledger says: the one whose digest the last finished load wrote down.
 */
final class Undisturbed {

    private static final String TABLES = """
            CREATE SCHEMA expected;
            CREATE TABLE expected.row (dataset text, period text, sha256 text, content text);
            CREATE TABLE expected.reject (sha256 text, line bigint, raw text, column_name text, reason text);
            CREATE TABLE expected.load (dataset text, period text, file text, sha256 text,
                                        rows_read bigint, rows_loaded bigint, rows_rejected bigint);
            CREATE TABLE expected.relation (name text);
            CREATE VIEW expected.found AS
                SELECT 'flights' AS dataset, to_char(flight_date, 'YYYY-MM') AS period, f::text AS content
                  FROM core.flight f
                UNION ALL SELECT 'weather', to_char(weather_date, 'YYYY-MM'), w::text FROM core.weather w
                UNION ALL SELECT 'airlines', 'all', a::text FROM core.airline a
                UNION ALL SELECT 'airports', 'all', a::text FROM core.airport a
                UNION ALL SELECT 'planes', 'all', p::text FROM core.plane p;
            CREATE VIEW expected.wanted AS
                SELECT r.dataset, r.period, r.content
                  FROM (SELECT DISTINCT ON (dataset, period) dataset, period, sha256 FROM etl.load
                         WHERE status = 'done' ORDER BY dataset, period, finished_at DESC) AS last
                  JOIN expected.row r USING (dataset, period, sha256)
                UNION ALL SELECT dataset, period, content FROM expected.row WHERE period = 'all';
            """;

    private static final String KEEP_LOAD = """
            INSERT INTO expected.load
            SELECT dataset, period, file, sha256, rows_read, rows_loaded, rows_rejected FROM etl.load WHERE id = %1$d;
            INSERT INTO expected.reject
            SELECT l.sha256, r.line, r.raw, r.column_name, r.reason
              FROM etl.reject r JOIN etl.load l ON l.id = r.load_id WHERE l.id = %1$d;
            """;

    private static final String KEEP_ROWS = """
            INSERT INTO expected.row
            SELECT f.dataset, f.period, l.sha256, f.content
              FROM expected.found f JOIN etl.load l USING (dataset, period) WHERE l.id = %d AND period <> 'all'
            """;

    private static final String KEEP_MEMBERS =
            "INSERT INTO expected.row SELECT dataset, period, NULL, content FROM expected.found WHERE period = 'all'";

    private static final String KEEP_RELATIONS = "INSERT INTO expected.relation " + Leftovers.RELATIONS;

    private final TestWarehouse warehouse;
    private final Path folder;

    Undisturbed(TestWarehouse warehouse, Path folder) throws SQLException {
        this.warehouse = warehouse;
        this.folder = folder;
        warehouse.execute(TABLES);
    }

    /** Loads every file once. Reference tables are kept at the end, when all members that are inferred are there. */
    void run(List<InputFile> files) throws SQLException {
        for (InputFile file : files) {
            file.publish(folder);
            long load = OneLoad.run(warehouse, folder, file.dataset(), file.period());
            warehouse.execute(KEEP_LOAD.formatted(load));
            warehouse.execute(KEEP_ROWS.formatted(load));
        }
        warehouse.execute(KEEP_MEMBERS);
        warehouse.execute(KEEP_RELATIONS);
    }

    /** To be asked when no load runs any more. */
    Verdict compare() throws SQLException {
        return new Verdict(
                differing("expected.wanted", "expected.found"),
                differing("expected.found", "expected.wanted"),
                wrongRejects(),
                wrongLoads(),
                Leftovers.of(warehouse));
    }

    private long differing(String these, String those) throws SQLException {
        return warehouse.number(
                "SELECT count(*) FROM (TABLE %s EXCEPT ALL TABLE %s) AS difference".formatted(these, those));
    }

    private long wrongRejects() throws SQLException {
        String wanted = """
                SELECT l.id, r.line, r.raw, r.column_name, r.reason
                  FROM expected.reject r JOIN etl.load l USING (sha256) WHERE l.status = 'done'
                """;
        String found = "TABLE etl.reject";
        String both = "SELECT count(*) FROM ((%1$s EXCEPT ALL %2$s) UNION ALL (%2$s EXCEPT ALL %1$s)) AS different";
        return warehouse.number(both.formatted(wanted, found));
    }

    private long wrongLoads() throws SQLException {
        return warehouse.number("""
                SELECT count(*) FROM etl.load l
                 WHERE status <> 'done' OR lease_until IS NOT NULL OR error IS NOT NULL
                    OR NOT EXISTS (SELECT FROM expected.load e
                                    WHERE (e.dataset, e.period, e.file, e.sha256, e.rows_read, e.rows_loaded, e.rows_rejected)
                                        = (l.dataset, l.period, l.file, l.sha256, l.rows_read, l.rows_loaded, l.rows_rejected))
                """);
    }
}
