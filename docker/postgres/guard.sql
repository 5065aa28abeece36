-- Every five seconds, terminates user sessions that block others. The limits in limits.sql apply first, but a session
-- can remove its own time limits (SET idle_in_transaction_session_timeout = 0), and no privilege can prevent that.
\set QUIET on
\pset format unaligned
\pset tuples_only on
-- MATERIALIZED, and a CASE: otherwise the planner may terminate a session before it checks which role it belongs to.
WITH judged AS MATERIALIZED (
    SELECT
        pid,
        usename,
        CASE
            WHEN state LIKE 'idle in transaction%' AND state_change < now() - interval '65 seconds'
                THEN 'it did nothing in a transaction for a minute'
            WHEN xact_start < now() - interval '905 seconds' THEN 'its transaction took a quarter of an hour'
            -- A load waits to swap in a month, and all other sessions queue up behind it.
            WHEN xact_start < now() - interval '1 minute' AND EXISTS (
                SELECT FROM pg_stat_activity AS waiting
                WHERE waiting.wait_event_type = 'Lock'
                  AND waiting.usename <> person.usename
                  AND person.pid = ANY (pg_blocking_pids(waiting.pid))
            ) THEN 'its transaction took a minute, and a program waited for its locks'
        END AS reason
    FROM pg_stat_activity AS person
    WHERE usename = 'pgadmin'
)
SELECT format('guard: ended session %s of %s: %s', pid, usename, reason)
FROM judged
WHERE CASE WHEN reason IS NOT NULL THEN pg_terminate_backend(pid) END
\watch 5
