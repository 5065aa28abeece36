-- What the image of PostgreSQL does in its own server, for a server that is bought as a service: roles and databases.
-- It takes a role that may create roles and databases (CREATEROLE, CREATEDB), and no superuser, which no provider gives away.
-- It can be run again at any time, and then sets the passwords anew. README shows how it is run.
--
-- Not done here, because it takes a superuser: docker/postgres/database.sql takes functions from PUBLIC that hold locks and
-- write large objects. So give no login to people that you would not trust with those.
\set ON_ERROR_STOP on
\set QUIET on
SET client_min_messages = warning;

-- From the environment, so that they are in no list of processes.
\getenv airflow_password AIRFLOW_PASSWORD
\getenv etl_password ETL_PASSWORD
\getenv pgadmin_password PGADMIN_PASSWORD
-- An empty one would leave the role without a password, with no more than a notice.
SELECT '' IN (:'airflow_password', :'etl_password', :'pgadmin_password') AS empty \gset
\if :empty
DO $$ BEGIN RAISE EXCEPTION 'a password is empty: are the Secrets there, and does kubectl talk to the right cluster?'; END $$;
\endif

-- orchestrator may request loads, refresh marts and read; analyst reads core and mart. The migrations of etl-service grant
-- them that. It could not create the two by itself: its role owns the warehouse, and may create no roles.
SELECT format('CREATE ROLE %I NOLOGIN', name)
FROM unnest(ARRAY['orchestrator', 'analyst']) AS name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec

SELECT format('CREATE ROLE %I LOGIN', name)
FROM unnest(ARRAY['airflow', 'etl', 'pgadmin']) AS name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec

ALTER ROLE airflow PASSWORD :'airflow_password' CONNECTION LIMIT 35;
ALTER ROLE etl PASSWORD :'etl_password' CONNECTION LIMIT 25;
ALTER ROLE pgadmin PASSWORD :'pgadmin_password' CONNECTION LIMIT 7;

GRANT orchestrator TO airflow;
GRANT analyst TO pgadmin;

-- The same limits as in docker/postgres/limits.sql, but for those that only a superuser may set.
ALTER ROLE airflow SET statement_timeout = '1h';
ALTER ROLE etl SET statement_timeout = '1h';
ALTER ROLE pgadmin SET statement_timeout = '5min';
ALTER ROLE pgadmin SET lock_timeout = '10s';
ALTER ROLE pgadmin SET idle_in_transaction_session_timeout = '1min';

-- A database that belongs to another role can only be made by a member of that role.
GRANT etl TO CURRENT_USER;

-- airflow owns none: the DAGs work with this role in the other database, and an owner can drop what is his from there.
SELECT 'CREATE DATABASE airflow'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'airflow')
\gexec
SELECT 'CREATE DATABASE warehouse OWNER etl'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'warehouse')
\gexec

-- By default every role may connect to every database, and make temporary tables there.
REVOKE ALL ON DATABASE airflow, warehouse FROM PUBLIC;
GRANT CONNECT, CREATE, TEMPORARY ON DATABASE airflow TO airflow;
GRANT CONNECT ON DATABASE warehouse TO airflow, pgadmin;

\connect airflow
GRANT CREATE ON SCHEMA public TO airflow;

-- pgadmin reads the ledger too, and all else that etl will make.
\connect warehouse
SET ROLE etl;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO pgadmin;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pgadmin;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON SEQUENCES TO pgadmin;
