-- The first load of each file of the year 2013 and of the reference data: what is loaded again later is no part of a start.
select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'from', started_at, 'to', finished_at) order by id), '[]'::jsonb)
from (
    select distinct on (dataset, period)
           id, case when dataset in ('flights', 'weather') then dataset else 'reference' end as kind, started_at, finished_at
    from etl.load
    where status = 'done' and started_at is not null and finished_at is not null
      and (dataset in ('airlines', 'airports', 'planes', 'timezones')
           or (dataset in ('flights', 'weather') and period between '2013-01' and '2013-12'))
    order by dataset, period, id
) as first;
