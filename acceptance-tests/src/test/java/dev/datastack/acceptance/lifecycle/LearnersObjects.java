package dev.datastack.acceptance.lifecycle;

import dev.datastack.acceptance.stack.Project;
import java.sql.SQLException;
import java.util.List;

/** What somebody who learns makes in the warehouse by hand, and sets for the database itself. */
record LearnersObjects(Project project) {
    /** A role that no other server has. */
    static final String ROLE = "learner";

    /** PostgreSQL writes a varchar in a list in another way after a restore. */
    private static final String MADE = """
            CREATE EXTENSION hstore;
            CREATE EXTENSION pg_trgm;
            CREATE EXTENSION btree_gist;
            CREATE SCHEMA homework;
            CREATE TABLE homework.sale (
                id integer PRIMARY KEY,
                status varchar(10) NOT NULL CHECK (status IN ('new', 'paid')),
                customer text,
                tags hstore,
                t text
            );
            CREATE VIEW homework.open_sale AS SELECT id, customer FROM homework.sale WHERE status IN ('new', 'late');
            CREATE INDEX sale_in_work ON homework.sale (id) WHERE status IN ('new', 'paid');
            CREATE INDEX sale_customer ON homework.sale USING gin (customer gin_trgm_ops);
            CREATE TABLE homework.booking (room integer, days daterange, EXCLUDE USING gist (room WITH =, days WITH &&));
            INSERT INTO homework.sale VALUES (1, 'new', 'Ann', 'a=>1', 'one'), (2, 'paid', 'Bob', 'b=>2', 'two');
            CREATE MATERIALIZED VIEW homework.top AS SELECT count(*) AS sales FROM homework.sale;
            CREATE MATERIALIZED VIEW homework.later AS SELECT count(*) AS sales FROM homework.sale WITH NO DATA;
            INSERT INTO homework.sale VALUES (3, 'new', 'Cy', NULL, NULL);
            GRANT SELECT ON homework.sale TO analyst;
            REVOKE SELECT ON homework.sale FROM analyst;

            CREATE ROLE learner;
            GRANT CONNECT ON DATABASE warehouse TO learner;
            ALTER ROLE learner IN DATABASE warehouse SET work_mem = '8MB';
            GRANT TEMPORARY ON DATABASE warehouse TO analyst;
            ALTER ROLE analyst IN DATABASE warehouse SET search_path = mart, "Home work";
            ALTER DATABASE warehouse SET timezone = 'Europe/Berlin';
            ALTER DATABASE warehouse CONNECTION LIMIT 61;
            COMMENT ON DATABASE warehouse IS 'Ann''s \\ first
            warehouse';
            """;

    private static final String SEEN = """
            SELECT (SELECT string_agg(sale::text, ' ' ORDER BY id) FROM homework.sale),
                   (SELECT string_agg(concat_ws(' ', relname, relkind, relispopulated), ', ' ORDER BY relname)
                    FROM pg_class WHERE relnamespace = 'homework'::regnamespace),
                   (SELECT string_agg(extname, ' ' ORDER BY extname) FROM pg_extension),
                   (SELECT string_agg(setting, ', ' ORDER BY setting)
                    FROM pg_db_role_setting, unnest(setconfig) AS setting
                    WHERE setdatabase = pg_database.oid AND setrole = 0),
                   (SELECT string_agg(setting, ', ' ORDER BY setting)
                    FROM pg_db_role_setting, unnest(setconfig) AS setting
                    WHERE setdatabase = pg_database.oid AND setrole = 'analyst'::regrole),
                   (SELECT string_agg(privilege_type, ' ' ORDER BY privilege_type)
                    FROM aclexplode(datacl) WHERE grantee = 'analyst'::regrole),
                   datconnlimit,
                   shobj_description(oid, 'pg_database')
            FROM pg_database
            WHERE datname = 'warehouse'
            """;

    void create() throws SQLException {
        project.warehouse().change(MADE);
    }

    /** All but what is the role's; no value is null as long as nothing is lost. */
    List<List<Object>> seen() {
        return project.warehouse().rows(SEEN);
    }
}
