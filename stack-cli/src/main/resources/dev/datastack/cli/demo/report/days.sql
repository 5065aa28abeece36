select flight_date, count(*), count(*) filter (where dep_time is null)
from core.flight
group by flight_date
order by flight_date;
