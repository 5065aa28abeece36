-- Prints the statements that make what belongs to the stack's databases themselves, and so is in no dump: who may connect,
-- the settings, also those of roles there, the limit of connections, and the comment. swap.sql runs them for a restored
-- database; for one that moved to another server:
--
--   docker compose exec -T postgres psql -U postgres -f /etc/stack/properties.sql | docker exec -i postgres-18 psql -U postgres
--
-- There, a statement with a role that the server does not have is an error, and the others are run.
\set QUIET on
WITH own AS (
    SELECT * FROM pg_database WHERE datname IN ('airflow', 'warehouse')
),
property (statement) AS (
    SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', datname) FROM own
    UNION ALL
    SELECT concat(format('GRANT %s ON DATABASE %I TO ', privilege_type, datname),
                  CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE grantee::regrole::text END,
                  CASE WHEN is_grantable THEN ' WITH GRANT OPTION' END)
    FROM own, aclexplode(coalesce(datacl, acldefault('d', datdba)))
    WHERE grantee <> datdba
    UNION ALL
    -- A list has its own quotes.
    SELECT CASE WHEN setrole = 0 THEN format('ALTER DATABASE %I SET ', datname)
                ELSE format('ALTER ROLE %s IN DATABASE %I SET ', setrole::regrole, datname) END
           || format(CASE WHEN name IN ('search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries')
                          THEN '%s = %s' ELSE '%s = %L' END,
                     name, substr(setting, strpos(setting, '=') + 1))
    FROM own JOIN pg_db_role_setting ON setdatabase = own.oid,
         unnest(setconfig) AS setting, split_part(setting, '=', 1) AS name
    UNION ALL
    SELECT format('ALTER DATABASE %I CONNECTION LIMIT %s', datname, datconnlimit) FROM own
    UNION ALL
    SELECT format('COMMENT ON DATABASE %I IS %L', datname, shobj_description(oid, 'pg_database')) FROM own
)
-- In this order, REVOKE comes before GRANT.
SELECT string_agg(statement || ';', E'\n' ORDER BY statement DESC) AS properties
FROM property
\gset
\qecho :properties
