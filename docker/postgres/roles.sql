-- Roles and databases of the stack, and the current passwords from the secrets volume. psql runs this as the superuser
-- over the socket, when the data directory is new and again at every start. So if a role changes its own password or
-- limits, the change lasts until the next start. The permissions of each role: docs/architecture/roles.md
\set ON_ERROR_STOP on
\set QUIET on
SET client_min_messages = warning;
-- This file contains passwords, and during the first start the server does not use postgresql.conf yet.
SET log_min_error_statement = panic;
SET log_error_verbosity = terse;
SET log_min_messages = log;

\set postgres_password `cat "$STACK_SECRETS_DIR"/postgres-password`
\set airflow_password `cat "$STACK_SECRETS_DIR"/airflow-password`
\set etl_password `cat "$STACK_SECRETS_DIR"/etl-password`
\set pgadmin_password `cat "$STACK_SECRETS_DIR"/pgadmin-password`

-- orchestrator may request loads, refresh marts and read; analyst may read core and mart. The migrations of the ETL
-- service contain the grants, and create both roles if this file has not run (tests, `stack demo`).
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
-- No predefined roles: pg_read_all_data can read the verifiers of all passwords, and pg_monitor the statements of other
-- sessions, which may contain a password.
GRANT analyst TO pgadmin;

-- airflow is not the owner: DAGs use this role in the other database, and an owner can drop its objects from there.
SELECT format('CREATE DATABASE %I OWNER %I', name, owner)
FROM (VALUES ('airflow', 'postgres'), ('warehouse', 'etl')) AS wanted (name, owner)
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = name)
\gexec

-- By default, every role may connect to every database, and create temporary tables there.
REVOKE ALL ON DATABASE airflow, warehouse, postgres, template1 FROM PUBLIC;
GRANT CONNECT, CREATE, TEMPORARY ON DATABASE airflow TO airflow;
GRANT CONNECT ON DATABASE warehouse TO airflow, etl, pgadmin;

\ir limits.sql
\connect airflow
\set owner airflow
\ir database.sql
GRANT CREATE ON SCHEMA public TO airflow;
\connect warehouse
\set owner etl
\ir database.sql
\ir reader.sql
