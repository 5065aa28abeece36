-- Puts warehouse_restored and airflow_restored, or the one that is there, in the place of those without that ending, which
-- then end in _before: all of them or none. Other databases keep their names, whatever these are. Whoever is connected is
-- disconnected, and cannot come back before this is committed.
\set ON_ERROR_STOP on
\set QUIET on
SET client_min_messages = warning;
BEGIN;
CREATE TEMPORARY TABLE swapped ON COMMIT DROP AS
SELECT left(datname, -length('_restored')) AS name FROM pg_database
WHERE datname IN ('warehouse_restored', 'airflow_restored');

SELECT count(pg_terminate_backend(pid)) AS disconnected
FROM pg_stat_activity
WHERE datname IN (SELECT unnest(ARRAY[name, name || '_restored']) FROM swapped)
\gset
SELECT format('ALTER DATABASE %I RENAME TO %I', name, name || '_before'),
       format('ALTER DATABASE %I RENAME TO %I', name || '_restored', name)
FROM swapped
\gexec

-- What belongs to the database itself and not to its contents: who may connect, its settings, and those of roles in it.
-- The list in search_path has its own quotes.
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', name) FROM swapped
\gexec
SELECT format('GRANT %s ON DATABASE %I TO %I', privilege_type, name, grantee::regrole)
FROM swapped JOIN pg_database ON datname = name || '_before', aclexplode(datacl)
WHERE grantee <> datdba
\gexec
SELECT CASE WHEN setrole = 0 THEN format('ALTER DATABASE %I SET ', name)
            ELSE format('ALTER ROLE %s IN DATABASE %I SET ', setrole::regrole, name) END
       || format(CASE WHEN setting LIKE 'search_path=%' THEN '%I = %s' ELSE '%I = %L' END,
                 split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1))
FROM swapped JOIN pg_database ON datname = name || '_before'
JOIN pg_db_role_setting ON setdatabase = pg_database.oid, unnest(setconfig) AS setting
\gexec
COMMIT;
