-- DAG files that Airflow cannot import, and DAGs that somebody has paused; a stale one has no file any more.
SELECT jsonb_build_object(
    'broken', (SELECT coalesce(jsonb_agg(jsonb_build_object('file', filename, 'error', stacktrace) ORDER BY filename),
                               '[]'::jsonb)
               FROM import_error),
    'paused', (SELECT coalesce(jsonb_agg(dag_id ORDER BY dag_id), '[]'::jsonb)
               FROM dag WHERE is_paused AND NOT is_stale)
);
