select l.file, r.line, coalesce(r.column_name, ''), r.reason, r.raw
from etl.reject r join etl.load l on l.id = r.load_id
order by l.file, r.line
limit 50;
