-- Writes a dump of the database to standard output, and what content.sql tells about it to standard error. Both are made
-- from one snapshot, so they agree while others write:
--
--   docker compose exec -T postgres psql -U postgres -d warehouse -f /etc/stack/dump.sql > warehouse.dump 2> warehouse.content
\set ON_ERROR_STOP on
\set QUIET on

-- The locks come first: a load replaces tables, and one that is in the snapshot must not be gone when its turn comes. The
-- first SELECT after them takes the snapshot. A new database has no table to lock.
SELECT coalesce('LOCK TABLE ' || string_agg(c.oid::regclass::text, ', ') || ' IN ACCESS SHARE MODE', '') AS lock
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
\gset
BEGIN ISOLATION LEVEL REPEATABLE READ;
:lock;
SELECT pg_export_snapshot() AS snapshot
\gset

\o |cat >&2
\ir content.sql
\o

\setenv SNAPSHOT :snapshot
\setenv PGUSER :USER
\setenv PGDATABASE :DBNAME
\! pg_dump --format custom --snapshot "$SNAPSHOT"
\if :SHELL_ERROR
    DO $$ BEGIN RAISE 'pg_dump failed'; END $$;
\endif
COMMIT;
