-- The runs that bring the year, and the tasks of those that have not succeeded. Each run of `marts` makes all marts anew,
-- so only its newest one counts.
with run as (
    select * from (
        select *, row_number() over (partition by dag_id order by run_after desc, id desc) as age from dag_run
        where dag_id in ('reference_data', 'flights_month', 'marts')
    ) as numbered
    where dag_id <> 'marts' or age = 1
)
select jsonb_build_object(
    'active', (select count(*) from run where state in ('queued', 'running')),
    'succeeded', (select count(*) from run where state = 'success'),
    'failed', (select coalesce(jsonb_agg(jsonb_build_object('dag', dag_id, 'run', run_id)
                                         order by dag_id, run_id), '[]'::jsonb)
               from run where state = 'failed'),
    'tasks', (select coalesce(jsonb_agg(jsonb_build_object(
                         'dag', dag_id, 'run', run_id, 'task', task_id, 'state', task.state,
                         'attempt', task.try_number, 'attempts', task.max_tries + 1,
                         'ended', coalesce(to_char(task.end_date at time zone 'UTC', 'HH24:MI:SS'), ''))
                         order by dag_id, run_id, task_id), '[]'::jsonb)
              from task_instance as task join run using (dag_id, run_id) where run.state <> 'success')
);
