#!/usr/bin/env bash
# Measures the ledger as a queue: how many loads a second are claimed and done, by 1, 4, 16 and 64 workers, when nothing
# else waits, when 115,946 loads wait for something, and when a session holds an old snapshot, so that no dead row can be
# removed. Prints the table of docs/benchmarks.md.
#
#   acceptance-tests/src/bench/claims.sh
#
#   ROUNDS   how often each is measured (3)
#   SECONDS_EACH   how long (5)
#
# From the repository's root, after ./mvnw package. Needs Docker, psql and a JDK, as load.sh does. The server is the
# stack's, but for max_connections, which does not let 64 workers in.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR source=server.sh
. "$here/server.sh"

readonly rounds=${ROUNDS:-3} seconds=${SECONDS_EACH:-5} port=${PORT:-15441}
readonly work=$root/acceptance-tests/target/bench java=${JAVA_HOME:+$JAVA_HOME/bin/}java
readonly url="jdbc:postgresql://127.0.0.1:$port/warehouse?user=etl"

case " $* " in *' -h '* | *' --help '*) sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit ;; esac
[ -f "$root/etl-service/target/etl-service.jar" ] || fail 'there is no jar. Run ./mvnw package first.'
mkdir -p "$work"
rm -rf "$work/app"
"$java" -Djarmode=tools -jar "$root/etl-service/target/etl-service.jar" extract --destination "$work/app" >&2
trap stop_server EXIT
start_server "$port" max_connections=100
psql -q -d postgres -c 'CREATE DATABASE warehouse OWNER etl'
# The service makes the tables and declares the datasets; it has nothing to load.
SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$port/warehouse ETL_DATA_DIR=$work \
  "$java" -jar "$work/app/etl-service.jar" worker >"$work/claims.log" 2>&1 &
service=$!
until [ "$(psql -qAt -d warehouse -c 'SELECT count(*) FROM etl.dataset' 2>/dev/null)" = 6 ]; do
  kill -0 "$service" 2>/dev/null || fail "the service ended: see $work/claims.log"
  sleep 0.2
done
kill "$service"
wait "$service" || true
"$java" -cp "$work/app/etl-service.jar:$work/app/lib/*" "$here/claims/ClaimRate.java" "$url" "$rounds" "$seconds"
