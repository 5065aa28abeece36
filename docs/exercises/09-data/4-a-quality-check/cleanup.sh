#!/bin/sh
# Removes what exercise 9.4 has put into the stack. Run it at the root of the clone.
rm -f docker/airflow/dags/course_checked.py \
  data/nycflights13/flights-2014-04.csv.gz \
  data/nycflights13/flights-2014-05.csv.gz
docker compose exec -T airflow-scheduler airflow dags delete --yes course_checked
docker compose exec -T postgres psql -U postgres -d warehouse -Atq -c "
  DROP TABLE IF EXISTS core.flight_2014_04;
  DROP TABLE IF EXISTS core.flight_2014_05;
  DELETE FROM etl.load WHERE dataset = 'flights' AND period IN ('2014-04', '2014-05');
  SELECT mart.refresh()" > /dev/null
