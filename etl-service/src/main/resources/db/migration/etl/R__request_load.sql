-- The one way to ask for a load. An equal request that nobody has claimed yet is joined, not repeated.
-- A worker declares the datasets when it starts, so before the first one there are none.
CREATE OR REPLACE FUNCTION etl.request_load(dataset text, period text, requested_by text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    is_monthly boolean;
    load_id    bigint;
BEGIN
    SELECT d.monthly INTO is_monthly FROM etl.dataset d WHERE d.name = request_load.dataset;
    IF NOT EXISTS (SELECT FROM etl.dataset) THEN
        RAISE EXCEPTION 'There is no dataset "%": none is declared yet, because no worker has started',
                coalesce(dataset, 'NULL')
            USING ERRCODE = 'invalid_parameter_value',
                  HINT = 'A worker declares them when it starts: start the service etl-service. With Docker Compose: '
                      'docker compose up -d --wait etl-service';
    ELSIF is_monthly IS NULL THEN
        RAISE EXCEPTION 'There is no dataset "%"', coalesce(dataset, 'NULL')
            USING ERRCODE = 'invalid_parameter_value',
                  HINT = 'Known: ' || (SELECT string_agg(d.name, ', ' ORDER BY d.name) FROM etl.dataset d);
    ELSIF is_monthly AND coalesce(period, '') !~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$' THEN
        RAISE EXCEPTION 'Dataset "%" is loaded by the month, "%" is none', dataset, coalesce(period, 'NULL')
            USING ERRCODE = 'invalid_parameter_value', HINT = 'Write a month as 2013-01.';
    ELSIF NOT is_monthly AND period IS DISTINCT FROM 'all' THEN
        RAISE EXCEPTION 'Dataset "%" is one file, "%" is no period of it', dataset, coalesce(period, 'NULL')
            USING ERRCODE = 'invalid_parameter_value', HINT = 'Its only period is "all".';
    END IF;

    -- One at a time for each period, until we commit. A row of ours and no advisory lock: that, everybody can hold.
    INSERT INTO etl.turn AS t (dataset, period) VALUES (request_load.dataset, request_load.period)
        ON CONFLICT ON CONSTRAINT turn_pkey DO UPDATE SET period = t.period;
    -- Locked, so that no worker claims it before we commit: what we were promised is still to be read.
    SELECT l.id INTO load_id FROM etl.load l
     WHERE l.dataset = request_load.dataset AND l.period = request_load.period AND l.status = 'requested'
     ORDER BY l.id LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF load_id IS NULL THEN
        INSERT INTO etl.load (dataset, period, requested_by)
        VALUES (request_load.dataset, request_load.period, request_load.requested_by)
        RETURNING id INTO load_id;
    END IF;
    PERFORM pg_notify('etl_load', load_id::text);
    RETURN load_id;
END
$$;

REVOKE EXECUTE ON FUNCTION etl.request_load(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION etl.request_load(text, text, text) TO orchestrator;
