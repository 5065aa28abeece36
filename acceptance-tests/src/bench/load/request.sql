-- Requests the months of :years years from 2013 on, and comes back when the last of them is committed.
\set QUIET on
\set ON_ERROR_STOP on
SELECT etl.request_load('flights', to_char(month, 'YYYY-MM'), 'benchmark')
  FROM generate_series(date '2013-01-01', make_date(2012 + :years, 12, 1), interval '1 month') AS month \g /dev/null
DO $$
BEGIN
    WHILE EXISTS (SELECT FROM etl.load WHERE status IN ('requested', 'running')) LOOP
        PERFORM pg_sleep(0.005);
    END LOOP;
END
$$;
