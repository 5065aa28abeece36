#!/bin/sh
# What is typed for exercise 9.2, at the root of the clone.
here=$(dirname "$0")
cp "$here/course_february.py" docker/airflow/dags/

# ended STATE: waits until a run of the DAG has ended so, for two minutes at most.
ended() {
  for _ in $(seq 120); do
    docker compose exec -T postgres psql -U postgres -d airflow -Atc "
      SELECT state FROM dag_run WHERE dag_id = 'course_february'" | grep -q "$1" && return
    sleep 1
  done
  echo "no run of course_february has ended with $1" >&2
  return 1
}

# The file is missing, so the run fails.
ended failed

gzip --stdout "$here/flights-2014-02.csv" > data/nycflights13/flights-2014-02.csv.gz
docker compose exec -T airflow-scheduler airflow tasks clear --yes course_february
ended success

# Once more: the month is replaced, so its rows are there once.
docker compose exec -T airflow-scheduler airflow tasks clear --yes course_february
ended success
