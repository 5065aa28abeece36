-- The limits of each role. The connection limits add up to three fewer than max_connections.

-- First reset previous settings, made by an older version of this file or by the role itself.
SELECT format('ALTER ROLE %I %s RESET ALL', role, scope)
FROM unnest(ARRAY['postgres', 'airflow', 'etl', 'pgadmin']) AS role,
     unnest(ARRAY['', 'IN DATABASE airflow', 'IN DATABASE warehouse']) AS scope
\gexec

-- Airflow keeps about 25 connections open, an ETL service 6. Users connect as pgadmin: seven allow five query tools in
-- pgAdmin.
ALTER ROLE airflow CONNECTION LIMIT 35;
ALTER ROLE etl CONNECTION LIMIT 25;
ALTER ROLE pgadmin CONNECTION LIMIT 7;

-- A user may take a break in the middle of a transaction while a load waits for its locks.
ALTER ROLE pgadmin SET idle_in_transaction_session_timeout = '1min';
ALTER ROLE pgadmin SET transaction_timeout = '15min';
ALTER ROLE pgadmin SET statement_timeout = '5min';
ALTER ROLE pgadmin SET lock_timeout = '10s';
ALTER ROLE pgadmin SET temp_file_limit = '128MB';

-- Programs have their own timeouts; these limits apply to everything that has none. DAG tasks connect to the warehouse
-- as airflow.
ALTER ROLE airflow SET statement_timeout = '1h';
ALTER ROLE airflow IN DATABASE warehouse SET idle_in_transaction_session_timeout = '5min';
ALTER ROLE airflow IN DATABASE warehouse SET statement_timeout = '15min';
ALTER ROLE etl SET statement_timeout = '1h';

-- An error can repeat a part of its statement, which can be a password without quotes. So errors are sent only to the
-- client; the log contains messages of the server itself, and rejected logins.
ALTER ROLE postgres SET log_min_messages = 'log';
ALTER ROLE airflow SET log_min_messages = 'log';
ALTER ROLE etl SET log_min_messages = 'log';
ALTER ROLE pgadmin SET log_min_messages = 'log';
