select dataset, period, substring(worker from 'worker-\d+'),
       extract(epoch from started_at - min(started_at) over ()), extract(epoch from finished_at - min(started_at) over ()),
       rows_read, rows_loaded, rows_rejected
from etl.load
where status = 'done'
order by started_at;
