#!/bin/sh
# Removes what exercise 9.2 has put into the stack. Run it at the root of the clone.
rm -f docker/airflow/dags/course_february.py \
  data/nycflights13/flights-2014-02.csv.gz
docker compose exec -T airflow-scheduler airflow dags delete --yes course_february
docker compose exec -T postgres psql -U postgres -d warehouse -Atq -c "
  DROP TABLE IF EXISTS core.flight_2014_02;
  DELETE FROM etl.load WHERE dataset = 'flights' AND period IN ('2014-02');
  SELECT mart.refresh()" > /dev/null
