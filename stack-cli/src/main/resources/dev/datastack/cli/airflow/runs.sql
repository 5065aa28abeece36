-- The runs that bring the year, and the tasks of those that have not succeeded. Each run of `marts` makes all marts anew,
-- so only its newest one counts.
with run as (
    select * from (
        select *, row_number() over (partition by dag_id order by run_after desc, id desc) as age from dag_run
        where dag_id in ('reference_data', 'flights_month', 'marts')
    ) as numbered
    where dag_id <> 'marts' or age = 1
),
-- A task that waits for its load looks again every now and then. One that has done so counts as waiting all the time:
-- its looks come for ever when the load does not, and nothing has moved.
task as (
    select task.*, run.state as run_state,
           task.state = 'up_for_reschedule'
           or task.state in ('scheduled', 'queued', 'running')
              and exists (select from task_reschedule where ti_id = task.id) as waits
      from task_instance as task join run using (dag_id, run_id)
)
select jsonb_build_object(
    'active', (select count(*) from run where state in ('queued', 'running')),
    'succeeded', (select count(*) from run where state = 'success'),
    'failed', (select coalesce(jsonb_agg(jsonb_build_object('dag', dag_id, 'run', run_id)
                                         order by dag_id, run_id), '[]'::jsonb)
               from run where state = 'failed'),
    'tasks', (select coalesce(jsonb_agg(jsonb_build_object(
                         'dag', dag_id, 'run', run_id, 'task', task_id,
                         'state', case when waits then 'up_for_reschedule' else state end,
                         'attempt', try_number, 'attempts', max_tries + 1,
                         'ended', case when waits then ''
                                       else coalesce(to_char(end_date at time zone 'UTC', 'HH24:MI:SS'), '') end)
                         order by dag_id, run_id, task_id), '[]'::jsonb)
              from task where run_state <> 'success')
);
