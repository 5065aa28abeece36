#!/usr/bin/env bash
# Measures how fast a year and ten years of flights get into PostgreSQL: this service, `psql \copy`, and what else is
# used for it. Prints the tables of docs/benchmarks.md.
#
#   acceptance-tests/src/bench/load.sh [PART…]      year, decade and peers, unless told
#
#   prepare  only makes the input and gets the tools
#   year     ROUNDS rounds (7) of psql and the service, of which SLOW_ROUNDS (5) have JDBC, pandas and pgloader too
#   decade   DECADE_ROUNDS rounds (5) of psql and the service
#   peers    ROUNDS rounds of psql, the service with two workers, and what does the whole of its work (load/peers.sh)
#
# From the repository's root, after ./mvnw package. Linux, as root: it reads CPU times from /proc and /sys. It needs
# Docker for the server, a JDK for the service (JAVA_HOME; the images have 25), Python with venv, psql, and pgloader for
# the part year.
# The server is the stack's: the base image postgres:17 with docker/postgres/postgresql.conf, in a container on the
# host's network, so that all ways reach it over TCP at 127.0.0.1. It is removed at the end.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR source=cpu.sh
. "$here/cpu.sh"
# shellcheck source-path=SCRIPTDIR source=server.sh
. "$here/server.sh"
# shellcheck source-path=SCRIPTDIR source=load/peers.sh
. "$here/load/peers.sh"

readonly rounds=${ROUNDS:-7} slow_rounds=${SLOW_ROUNDS:-5} decade_rounds=${DECADE_ROUNDS:-5} port=${PORT:-15439}
readonly work=$root/acceptance-tests/target/bench
readonly input=$work/input java=${JAVA_HOME:+$JAVA_HOME/bin/}java
readonly url=postgresql://postgres@127.0.0.1:$port/bare
# The processes that stop ends, by the warehouse they work on.
declare -A services=()

need() { command -v "$1" >/dev/null || fail "$1 is missing. $2"; }

prepare() {
  need psql 'On Debian: apt-get install postgresql-client'
  case " ${parts[*]} " in *' year '*) need pgloader 'On Debian: apt-get install pgloader' ;; esac
  need docker 'See README.md, Start.'
  [ -f "$root/etl-service/target/etl-service.jar" ] || fail 'there is no jar. Run ./mvnw package first.'
  mkdir -p "$work"
  if [ ! -f "$input/decade.csv" ]; then
    note 'making ten years of flights'
    python3 "$here/load/files.py" "$root/data/nycflights13" "$input.part"
    mv "$input.part" "$input"
  fi
  if ! cmp -s "$here/load/requirements.txt" "$work/venv/requirements.txt"; then
    note 'getting pandas and Polars'
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install -q -r "$here/load/requirements.txt"
    cp "$here/load/requirements.txt" "$work/venv"
  fi
  rm -rf "$work/app"
  # JdbcBatch uses the libraries of the service: the same driver, the same parser.
  "$java" -Djarmode=tools -jar "$root/etl-service/target/etl-service.jar" extract --destination "$work/app" >&2
}

# start_service NAME [WORKERS]: with the flags of the image, on a warehouse of its own. Without WORKERS, NAME is how many.
start_service() {
  psql -q -d postgres -c "CREATE DATABASE warehouse_$1 OWNER etl"
  rm -f "$work/heartbeat_$1"
  SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$port/warehouse_$1 ETL_WORKERS=${2:-$1} ETL_DATA_DIR=$input/months \
    ETL_HEARTBEAT_FILE=$work/heartbeat_$1 \
    "$java" -Xmx128m -XX:+UseSerialGC -XX:SurvivorRatio=2 -jar "$work/app/etl-service.jar" worker >"$work/service_$1.log" 2>&1 &
  services[$1]=$!
  until [ -e "$work/heartbeat_$1" ]; do
    kill -0 "${services[$1]}" 2>/dev/null || fail "the service ended: see $work/service_$1.log"
    sleep 0.2
  done
}

stop() {
  local pid
  for pid in "${services[@]}"; do kill "$pid" 2>/dev/null || true; done
  stop_server
}

# The ways. Each loads the file; one that does not count its own seconds is timed from outside.
by_copy() { psql -q -d bare -c "\\copy bare FROM '$1' (FORMAT csv, HEADER, NULL 'NA')"; }
by_jdbc() {
  "$java" -cp "$work/app/lib/*" "$here/load/JdbcBatch.java" "$1" \
    "jdbc:postgresql://127.0.0.1:$port/bare?user=postgres&reWriteBatchedInserts=true"
}
by_pandas() { "$work/venv/bin/python" "$here/load/to_sql.py" "$1" "${url/postgresql/postgresql+psycopg}"; }
by_pgloader() { FILE=$1 URL=$url pgloader "$here/load/flights.load" >"$work/pgloader.log" 2>&1; }

# timed COMMAND…: runs it and sets wall and client, the seconds it took and the CPU seconds it used. A command that
# prints seconds of its own, its start-up left out, is believed.
timed() {
  local own real user system TIMEFORMAT='%R %U %S'
  { time "$@" >"$work/own" 2>"$work/errors"; } 2>"$work/time" || { cat "$work/errors" >&2; fail "$* failed"; }
  read -r real user system <"$work/time"
  own=$(cat "$work/own")
  wall=${own:-$real} client=$(awk -v a="$user" -v b="$system" 'BEGIN { print a + b }')
}

record() { printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$group" "$round" "$1" "$wall" "$client" "$2" >>"$work/rounds"; }

# bare NAME WAY FILE: one way into the bare table.
bare() {
  local before rows
  note "$group, round $round: $1"
  psql -q -d bare -f "$here/load/bare.sql"
  before=$(container_cpu "$server")
  timed "$2" "$3"
  record "$1" "$(minus "$(container_cpu "$server")" "$before")"
  rows=$(psql -qAt -d bare -c 'SELECT count(*) FROM bare')
  [ "$rows" = $((years * year_rows)) ] || fail "$1 loaded $rows rows"
}

# service WORKERS
service() {
  local before busy loads
  note "$group, round $round: this service, $1 workers"
  psql -q -d "warehouse_$1" -f "$here/load/empty.sql"
  before=$(container_cpu "$server") busy=$(process_cpu "${services[$1]}")
  timed psql -q -d "warehouse_$1" -v years="$years" -f "$here/load/request.sql"
  client=$(minus "$(process_cpu "${services[$1]}")" "$busy")
  record "this service, $1 worker$([ "$1" = 1 ] || echo s)" "$(minus "$(container_cpu "$server")" "$before")"
  loads=$(psql -qAt -d "warehouse_$1" -c "SELECT count(*), sum(rows_loaded), sum(rows_rejected),
    (SELECT count(*) FROM core.flight), (SELECT count(*) FROM core.plane) FROM etl.load WHERE status = 'done'")
  [ "$loads" = "$((years * 12))|$((years * good_rows))|$((years * 84))|$((years * good_rows))|$planes" ] ||
    fail "the service loaded $loads: see $work/service_$1.log"
}

# The most memory that each service held since the last call.
peaks() {
  local workers
  for workers in 1 2; do
    printf '%s, %s workers: peak memory of the service %s MB\n' "$group" "$workers" \
      "$(awk '/^VmHWM/ { printf "%.0f", $2 / 1024 }' "/proc/${services[$workers]}/status")"
    echo 5 >"/proc/${services[$workers]}/clear_refs"
  done
}

# Forty years: a row is compiled after two, but what runs once a load only after some hundred loads.
warm_up() {
  years=10 group='warm-up'
  for round in 1 2 3 4; do service 1; service 2; done
  peaks >/dev/null
}

year() {
  years=1 group='One year'
  for round in $(seq "$rounds"); do
    bare 'psql \copy' by_copy "$input/year.csv"
    service 2
    service 1
    [ "$round" -le "$slow_rounds" ] || continue
    bare 'JDBC batch, rewritten' by_jdbc "$input/year.csv"
    bare 'pandas to_sql' by_pandas "$input/year.csv"
    bare pgloader by_pgloader "$input/year.csv"
  done
  peaks >>"$work/peaks"
}

decade() {
  years=10 group='Ten years'
  for round in $(seq "$decade_rounds"); do
    bare 'psql \copy' by_copy "$input/decade.csv"
    service 2
    service 1
  done
  peaks >>"$work/peaks"
}

parts=("$@")
[ $# -gt 0 ] || parts=(year decade peers)
case " ${parts[*]} " in *' -h '* | *' --help '*) sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit ;; esac
prepare
[ "${parts[*]}" != prepare ] || exit 0
# Counted by other means than those that are measured.
year_rows=$(($(wc -l <"$input/year.csv") - 1)) good_rows=$(tail -n +2 "$input/year.csv" | sort -u | wc -l)
planes=$(cut -d, -f12 "$input/year.csv" | grep -vxE 'tailnum|NA' | sort -u | wc -l)
trap stop EXIT
: >"$work/rounds"; : >"$work/peaks"
start_server "$port"
psql -q -d postgres -c 'CREATE DATABASE bare'
start_service 1
start_service 2
warm_up
for part in "${parts[@]}"; do "$part"; done
note ''
sed -i '/^warm-up/d' "$work/rounds"
python3 "$here/load/report.py" "$work/rounds"
echo; cat "$work/peaks"
