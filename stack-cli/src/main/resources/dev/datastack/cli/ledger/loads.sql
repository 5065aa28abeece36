select coalesce(json_agg(json_build_object(
    'id', id, 'dataset', dataset, 'period', period, 'status', status, 'attempt', attempt,
    'read', rows_read, 'loaded', rows_loaded, 'rejected', rows_rejected, 'error', error) order by id), '[]'::json)
from etl.load;
