-- What pgadmin may read besides what analyst may: the ledger, and all else that etl makes, so that pgAdmin's backup is
-- a whole one (a dump reads every table and every sequence). For what is to come …
ALTER DEFAULT PRIVILEGES FOR ROLE etl GRANT USAGE ON SCHEMAS TO pgadmin;
ALTER DEFAULT PRIVILEGES FOR ROLE etl GRANT SELECT ON TABLES TO pgadmin;
ALTER DEFAULT PRIVILEGES FOR ROLE etl GRANT SELECT ON SEQUENCES TO pgadmin;

-- … and for what is there already, in a data directory that an older version made.
SELECT format('GRANT USAGE ON SCHEMA %1$I TO pgadmin', nspname),
       format('GRANT SELECT ON ALL TABLES IN SCHEMA %1$I TO pgadmin', nspname),
       format('GRANT SELECT ON ALL SEQUENCES IN SCHEMA %1$I TO pgadmin', nspname)
FROM pg_namespace
WHERE nspowner = 'etl'::regrole
\gexec
