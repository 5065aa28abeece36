#!/bin/sh
# Removes what exercise 9.3 has put into the stack. Run it at the root of the clone.
rm -f data/nycflights13/flights-2014-03.csv.gz
docker compose exec -T postgres psql -U postgres -d warehouse -Atq -c "
  DROP TABLE IF EXISTS core.flight_2014_03;
  DELETE FROM etl.load WHERE dataset = 'flights' AND period IN ('2014-03');
  SELECT mart.refresh()" > /dev/null
