-- What each role may take. Together the connections are three fewer than max_connections.

-- First away with what was set before, by an older version of this file or by the role for itself.
SELECT format('ALTER ROLE %I %s RESET ALL', role, scope)
FROM unnest(ARRAY['postgres', 'airflow', 'etl', 'pgadmin']) AS role,
     unnest(ARRAY['', 'IN DATABASE airflow', 'IN DATABASE warehouse']) AS scope
\gexec

-- Airflow keeps some 25 connections open, an ETL service 6. People come as pgadmin: seven are five query tools in pgAdmin.
ALTER ROLE airflow CONNECTION LIMIT 35;
ALTER ROLE etl CONNECTION LIMIT 25;
ALTER ROLE pgadmin CONNECTION LIMIT 7;

-- A person goes for coffee in the middle of a transaction, and a load waits for what that has locked.
ALTER ROLE pgadmin SET idle_in_transaction_session_timeout = '1min';
ALTER ROLE pgadmin SET transaction_timeout = '15min';
ALTER ROLE pgadmin SET statement_timeout = '5min';
ALTER ROLE pgadmin SET lock_timeout = '10s';
ALTER ROLE pgadmin SET temp_file_limit = '128MB';

-- Programs have deadlines of their own; these end what has none. The tasks of DAGs come to the warehouse as airflow.
ALTER ROLE airflow SET statement_timeout = '1h';
ALTER ROLE airflow IN DATABASE warehouse SET idle_in_transaction_session_timeout = '5min';
ALTER ROLE airflow IN DATABASE warehouse SET statement_timeout = '15min';
ALTER ROLE etl SET statement_timeout = '1h';

-- An error can repeat a word of its statement, and the word can be a password that lacked its quotes. The client reads
-- the error; the log keeps what the server itself has to say, and refused logins.
ALTER ROLE postgres SET log_min_messages = 'log';
ALTER ROLE airflow SET log_min_messages = 'log';
ALTER ROLE etl SET log_min_messages = 'log';
ALTER ROLE pgadmin SET log_min_messages = 'log';
