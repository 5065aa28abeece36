-- What pgadmin may read in addition to analyst: the ledger, and all other objects that etl creates, so that a backup in
-- pgAdmin is complete (a dump reads every table and every sequence). For future objects …
ALTER DEFAULT PRIVILEGES FOR ROLE etl GRANT USAGE ON SCHEMAS TO pgadmin;
ALTER DEFAULT PRIVILEGES FOR ROLE etl GRANT SELECT ON TABLES TO pgadmin;
ALTER DEFAULT PRIVILEGES FOR ROLE etl GRANT SELECT ON SEQUENCES TO pgadmin;

-- … and for existing objects, in a data directory from an older version.
SELECT format('GRANT USAGE ON SCHEMA %1$I TO pgadmin', nspname),
       format('GRANT SELECT ON ALL TABLES IN SCHEMA %1$I TO pgadmin', nspname),
       format('GRANT SELECT ON ALL SEQUENCES IN SCHEMA %1$I TO pgadmin', nspname)
FROM pg_namespace
WHERE nspowner = 'etl'::regrole
\gexec
