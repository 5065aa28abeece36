#!/bin/sh
# What is typed for exercise 9.3, at the root of the clone. The first load was of the file as it came.
here=$(dirname "$0")
sed -e '16s/,7,0,/,17,0,/' -e '46s/N802UA/N 802UA/' "$here/flights-2014-03.csv" |
  gzip > data/nycflights13/flights-2014-03.csv.gz
./stack etl load flights 2014-03

# Which rows are missing, and why?
docker compose exec -T postgres psql -U postgres -d warehouse -c "
  SELECT line, column_name, reason, raw
    FROM etl.reject
   WHERE load_id = (SELECT max(id) FROM etl.load WHERE dataset = 'flights' AND period = '2014-03')"

# The corrected file.
gzip --stdout "$here/flights-2014-03.csv" > data/nycflights13/flights-2014-03.csv.gz
./stack etl load flights 2014-03
