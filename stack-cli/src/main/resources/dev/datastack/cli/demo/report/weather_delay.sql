select precipitation, flights, departed, coalesce(mean_dep_delay, 0), cancelled
from mart.weather_delay
order by array_position(array['none', 'light', 'heavy', 'unknown'], precipitation);
