-- Airflow's runs of the task that makes the marts; the last one may end after its rows can be seen.
select coalesce(jsonb_agg(jsonb_build_object(
           'kind', 'marts', 'from', start_date, 'to', coalesce(end_date, clock_timestamp())) order by start_date), '[]'::jsonb)
from task_instance
where dag_id = 'marts' and task_id = 'refresh' and start_date is not null;
