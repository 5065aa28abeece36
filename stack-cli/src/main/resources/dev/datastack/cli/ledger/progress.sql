-- The year 2013 alone, and the reference data. The newest row of a dataset and period says how it stands; it counts as
-- loaded once any of its loads is done, for a reload in flight does not take the rows away.
with year as (
    select *, dataset not in ('flights', 'weather') as reference from etl.load
    where dataset in ('airlines', 'airports', 'planes', 'timezones')
       or (dataset in ('flights', 'weather') and period between '2013-01' and '2013-12')
), newest as (
    select distinct on (dataset, period) * from year order by dataset, period, id desc
), loaded as (
    select distinct on (dataset, period) * from year where status = 'done' order by dataset, period, id desc
)
select jsonb_build_object(
    'flights', (select count(*) from loaded where dataset = 'flights'),
    'weather', (select count(*) from loaded where dataset = 'weather'),
    'reference', (select count(distinct dataset) from loaded where reference),
    'rows', (select coalesce(sum(rows_loaded), 0) from loaded where dataset = 'flights'),
    'martMonths', (select count(distinct month) from mart.carrier_month
                   where month between '2013-01-01' and '2013-12-31'),
    'waiting', (select count(*) from newest where status in ('requested', 'running')),
    'failures', (select coalesce(jsonb_agg(jsonb_build_object(
                     'dataset', dataset, 'period', period, 'reason', coalesce(error, 'no reason kept'))
                     order by dataset, period), '[]'::jsonb)
                 from newest where status = 'failed')
);
