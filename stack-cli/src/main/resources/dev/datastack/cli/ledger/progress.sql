-- The newest row of a dataset and period says how it stands; a period counts as loaded once any of its loads is done,
-- for a reload in flight does not take the rows away.
with newest as (
    select distinct on (dataset, period) * from etl.load order by dataset, period, id desc
)
select json_build_object(
    'flights', (select count(distinct period) from etl.load where dataset = 'flights' and status = 'done'),
    'weather', (select count(distinct period) from etl.load where dataset = 'weather' and status = 'done'),
    'reference', (select count(distinct dataset) from etl.load
                  where dataset in ('airlines', 'airports', 'planes', 'timezones') and status = 'done'),
    'rows', (select coalesce(sum(rows_loaded), 0) from newest where status = 'done'),
    'martMonths', (select count(distinct month) from mart.carrier_month),
    'waiting', (select count(*) from newest where status in ('requested', 'running')),
    'failures', (select coalesce(json_agg(dataset || ' ' || period || ': ' || coalesce(error, 'no reason kept')
                                          order by dataset, period), '[]'::json)
                 from newest where status = 'failed')
);
