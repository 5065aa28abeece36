-- One row for each cause that the doctor knows by this name. The newest load of a dataset and period counts.
WITH newest AS (
    SELECT DISTINCT ON (dataset, period) *, dataset || CASE WHEN period = 'all' THEN '' ELSE ' ' || period END AS name
      FROM etl.load ORDER BY dataset, period, id DESC
), waiting AS (
    SELECT * FROM newest WHERE status = 'requested' AND greatest(requested_at, not_before) < now() - interval '2 minutes'
), found (cause, load, evidence) AS (
    -- Its error names the workers that died; else the file was refused.
    SELECT CASE WHEN deaths > 0 THEN 'LOAD_POISONED' ELSE 'LOAD_FAILED' END,
           name, format('%s: %s', name, error)
      FROM newest WHERE status = 'failed'
    UNION ALL
    -- One that waits is begun anew again and again, so when it was started says nothing.
    SELECT 'LOAD_BLOCKED', name, format('%s waits for %s', name, waits_for)
      FROM newest
     WHERE waits_for IS NOT NULL AND status IN ('requested', 'running') AND requested_at < now() - interval '1 minute'
    UNION ALL
    SELECT 'LOAD_UNCLAIMED', '', format('%s loads, the oldest since %s', count(*), min(requested_at)::timestamp(0))
      FROM waiting
    HAVING count(*) > 0 AND NOT EXISTS (SELECT FROM etl.load WHERE status = 'running')
    UNION ALL
    SELECT 'CONNECTIONS_FULL', '', format('%s of %s are in use', count(*), current_setting('max_connections'))
      FROM pg_stat_activity WHERE backend_type = 'client backend'
    HAVING count(*) >= current_setting('max_connections')::integer * 0.9
)
SELECT coalesce(jsonb_agg(found), '[]'::jsonb) FROM found;
