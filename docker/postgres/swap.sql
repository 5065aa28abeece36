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

-- Read before the names change, run afterwards.
\o /dev/null
\ir properties.sql
\o

SELECT count(pg_terminate_backend(pid)) AS disconnected
FROM pg_stat_activity
WHERE datname IN (SELECT unnest(ARRAY[name, name || '_restored']) FROM swapped)
\gset
SELECT format('ALTER DATABASE %I RENAME TO %I', name, name || '_before'),
       format('ALTER DATABASE %I RENAME TO %I', name || '_restored', name)
FROM swapped
\gexec

:properties
COMMIT;
