select m.carrier, coalesce(a.name, m.carrier), extract(month from m.month)::int, m.flights, m.arrived, m.on_time, m.cancelled
from mart.carrier_month m left join core.airline a using (carrier)
order by m.carrier, m.month;
