-- Roles and databases of the stack, and the passwords that the secrets volume holds now.
-- Run by psql as the superuser, through the socket: when the data directory is new, and again at every start.
\set ON_ERROR_STOP on
\set QUIET on

\set postgres_password `cat /run/secrets/postgres-password`
\set airflow_password `cat /run/secrets/airflow-password`
\set etl_password `cat /run/secrets/etl-password`
\set pgadmin_password `cat /run/secrets/pgadmin-password`

-- orchestrator may request loads, refresh marts and read; analyst reads core and mart. The ETL service's migrations
-- say so in grants, and create the two where this file has not run (tests, `stack demo`).
SELECT format('CREATE ROLE %I NOLOGIN', name)
FROM unnest(ARRAY['orchestrator', 'analyst']) AS name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec

SELECT format('CREATE ROLE %I LOGIN', name)
FROM unnest(ARRAY['airflow', 'etl', 'pgadmin']) AS name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec

ALTER ROLE postgres PASSWORD :'postgres_password';
ALTER ROLE airflow PASSWORD :'airflow_password';
ALTER ROLE etl PASSWORD :'etl_password';
ALTER ROLE pgadmin PASSWORD :'pgadmin_password';

GRANT orchestrator TO airflow;
-- pg_read_all_data: pgAdmin's backup reads the ledger too. pg_monitor: its dashboard shows everybody's sessions.
GRANT analyst, pg_read_all_data, pg_monitor TO pgadmin;

SELECT format('CREATE DATABASE %I OWNER %I', name, owner)
FROM (VALUES ('airflow', 'airflow'), ('warehouse', 'etl')) AS wanted (name, owner)
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = name)
\gexec

-- By default every role may connect to every database.
REVOKE CONNECT ON DATABASE airflow, warehouse FROM PUBLIC;
GRANT CONNECT ON DATABASE airflow TO airflow;
GRANT CONNECT ON DATABASE warehouse TO airflow, etl, pgadmin;
