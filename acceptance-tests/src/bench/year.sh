#!/usr/bin/env bash
# Measures what the year waits for: it is loaded again by 1, 2 and 4 workers, requested by Airflow's twelve runs and by one
# SQL statement. Prints the table of docs/orchestrators.md.
#
#   acceptance-tests/src/bench/year.sh
#
#   ROUNDS   how often each is measured (3)
#
# From the repository's root, with the stack running and the year loaded. In the end one worker runs, as before.
set -euo pipefail
readonly rounds=${ROUNDS:-3}

case " $* " in *' -h '* | *' --help '*) sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit ;; esac

sql() { docker compose exec -T postgres psql -U postgres -v ON_ERROR_STOP=1 -d "$1" -Atqc "$2"; }
now() { date +%s.%N; }

# becomes DATABASE QUERY VALUE
becomes() { until [ "$(sql "$1" "$2")" = "$3" ]; do sleep 0.1; done; }

by_sql() {
  sql warehouse "INSERT INTO etl.load (dataset, period, requested_by)
    SELECT 'flights', to_char(m, 'YYYY-MM'), 'bench' FROM generate_series('2013-01-01'::date, '2013-12-01', '1 month') AS m"
}

by_airflow() {
  docker compose exec -T airflow-scheduler airflow tasks clear --yes flights_month >/dev/null 2>&1
}

# Each round ends when no load waits and no run of the DAG is left.
year() {
  local from before
  before=$(sql warehouse 'SELECT max(id) FROM etl.load')
  from=$(now)
  "$1"
  becomes warehouse "SELECT count(*) FROM etl.load
    WHERE dataset = 'flights' AND status = 'done' AND id > $before" 12
  awk -v from="$from" -v to="$(now)" 'BEGIN { printf "%.1f\n", to - from }'
  becomes airflow "SELECT count(*) FROM dag_run WHERE state IN ('queued', 'running')" 0
}

median() { sort -n | awk '{ v[NR] = $1 } END { printf "%s (%s to %s)", v[int((NR + 1) / 2)], v[1], v[NR] }'; }

printf '| workers | twelve loads requested by SQL, s | by Airflow, s |\n|---|---|---|\n'
for workers in 1 2 4; do
  docker compose up -d --no-recreate --wait --scale "etl-service=$workers" >&2
  year by_sql >/dev/null
  printf '| %s | %s | %s |\n' "$workers" \
    "$(for ((i = 0; i < rounds; i++)); do year by_sql; done | median)" \
    "$(for ((i = 0; i < rounds; i++)); do year by_airflow; done | median)"
done
docker compose up -d --no-recreate --scale etl-service=1 >&2
