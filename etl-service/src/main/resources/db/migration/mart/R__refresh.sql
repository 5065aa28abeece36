-- Returns true when the marts were made anew, false when they already held every finished load.
CREATE OR REPLACE FUNCTION mart.refresh() RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    state mart.refreshed;
BEGIN
    -- One at a time. Those that waited mostly find their work done. Readers do not wait, and cannot hold this lock:
    -- it takes the right to write.
    LOCK TABLE mart.refreshed IN SHARE ROW EXCLUSIVE MODE;

    -- Counted before core is read: a load that ends in between is in the marts early, never missed.
    SELECT count(*), clock_timestamp() INTO state
      FROM etl.load WHERE status = 'done' AND dataset IN ('flights', 'weather');
    IF EXISTS (SELECT FROM mart.refreshed r WHERE r.loads = state.loads) THEN
        RETURN false;
    END IF;

    -- DELETE, not TRUNCATE: readers see the old rows until we commit, and nobody waits.
    DELETE FROM mart.carrier_month;
    INSERT INTO mart.carrier_month
    SELECT carrier, make_date(year, month, 1), count(*), count(arr_delay),
           count(*) FILTER (WHERE arr_delay < 15), count(*) FILTER (WHERE dep_time IS NULL), avg(arr_delay)
      FROM core.flight
     GROUP BY carrier, year, month;

    DELETE FROM mart.weather_delay;
    INSERT INTO mart.weather_delay
    SELECT CASE WHEN w.precip IS NULL THEN 'unknown' WHEN w.precip = 0 THEN 'none'
                WHEN w.precip < 0.1 THEN 'light' ELSE 'heavy' END,
           count(*), count(f.dep_time), avg(f.dep_delay), count(*) FILTER (WHERE f.dep_time IS NULL)
      FROM core.flight f
      LEFT JOIN core.weather w USING (origin, time_hour)
     GROUP BY 1;

    DELETE FROM mart.refreshed;
    INSERT INTO mart.refreshed SELECT state.*;
    RETURN true;
END
$$;

REVOKE EXECUTE ON FUNCTION mart.refresh() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mart.refresh() TO orchestrator;
