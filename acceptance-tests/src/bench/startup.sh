#!/usr/bin/env bash
# Measures what one month costs a service that is started for it: the CPU seconds of the whole process, from its start to
# its end, in the image (jlinked runtime, jars beside it, AOT cache) and as a plain fat jar on a whole JDK.
#
#   acceptance-tests/src/bench/startup.sh     ROUNDS rounds (7) of both, one after the other
#
# From the repository's root, after ./mvnw package. It needs Docker and psql. It builds the image under a name of its own
# (`bench-startup`) and removes containers and image at the end.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=server.sh
. "$(dirname "$0")/server.sh"
readonly rounds=${ROUNDS:-7} port=${PORT:-15438}
export COMPOSE_PROJECT_NAME=bench-startup
readonly image=$COMPOSE_PROJECT_NAME/etl-service:dev
service='' results=$(mktemp -d)

stop() {
  if [ -n "$service" ]; then docker rm -f "$service" >/dev/null 2>&1 || true; fi
  stop_server
  docker image rm "$image" "$COMPOSE_PROJECT_NAME/healthcheck-agent:dev" >/dev/null 2>&1 || true
  rm -rf "$results"
}

ledger() { psql -qAt -d warehouse -c "$1"; }

# one_month NAME IMAGE JAVA_OPTION…: starts the service with a load waiting, ends it when the load is done, and writes
# down the CPU seconds. A shell around it tells them when it ends: `times` counts the processes that it waited for.
one_month() {
  local name=$1 its_image=$2
  shift 2
  ledger "SELECT etl.request_load('flights', '2013-01', 'benchmark')" >/dev/null
  # The shell in the container is to read these variables, not this one.
  # shellcheck disable=SC2016
  service=$(docker run -d --network host --memory 256m --cpus 2 --tmpfs /tmp -v "$root/data/nycflights13:/data:ro" \
    -v "$root/etl-service/target/etl-service.jar:/fat/etl-service.jar:ro" -e ETL_DATA_DIR=/data \
    -e "SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$port/warehouse" --entrypoint sh "$its_image" \
    -c '"$@" & trap "kill $!" TERM; wait; wait; times' sh java -XX:MaxRAMPercentage=50 -XX:+UseSerialGC -XX:SurvivorRatio=2 "$@" worker)
  until [ "$(ledger "SELECT count(*) FROM etl.load WHERE status <> 'done'")" = 0 ]; do
    [ -n "$(docker ps -q --filter "id=$service")" ] || fail "$name ended: $(docker logs "$service" 2>&1)"
    sleep 0.1
  done
  docker stop "$service" >/dev/null
  # The last line: user and system time of the children, as 0m2.91s 0m0.25s.
  docker logs "$service" 2>/dev/null | tail -n 1 | sed 's/[ms]/ /g' | awk '{ print $1 * 60 + $2 + $3 * 60 + $4 }' \
    >>"$results/$name"
  docker rm "$service" >/dev/null
  service=''
}

in_image() { one_month image "$image" -XX:AOTCache=/app/etl-service.aot -jar /app/etl-service.jar; }
as_jar() { one_month jar "$(base eclipse-temurin:25-jdk)" -jar /fat/etl-service.jar; }

summary() { sort -n | awk '{ v[NR] = $1 } END { printf "%.2f (%.2f to %.2f)", v[int((NR + 1) / 2)], v[1], v[NR] }'; }

case ${1:-} in -h | --help) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" | sed '$d'; exit ;; esac
[ -f "$root/etl-service/target/etl-service.jar" ] || fail 'there is no jar. Run ./mvnw package first.'
trap stop EXIT
(cd "$root" && docker compose build etl-service) >&2
start_server "$port"
psql -q -d postgres -c 'CREATE DATABASE warehouse OWNER etl'
# Not measured: the first one makes the schema, writes down which datasets there are, and brings the files into the
# machine's memory.
first_start() {
  service=$(docker run -d --network host -e "SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$port/warehouse" \
    --entrypoint java "$image" -jar /app/etl-service.jar worker)
  until [ "$(ledger 'SELECT count(*) > 0 FROM etl.dataset' 2>/dev/null)" = t ]; do
    [ -n "$(docker ps -q --filter "id=$service")" ] || fail "the service ended: $(docker logs "$service" 2>&1)"
    sleep 0.2
  done
  docker rm -f "$service" >/dev/null
  service=''
}
first_start
in_image; as_jar
rm "$results/image" "$results/jar"
for round in $(seq "$rounds"); do
  note "round $round of $rounds"
  in_image
  as_jar
done
printf '\n| one month, whole process | CPU-seconds, median of %s (spread) |\n|---|---|\n' "$rounds"
printf '| image: jlinked runtime, AOT cache | %s |\n' "$(summary <"$results/image")"
printf '| plain fat jar on the JDK | %s |\n' "$(summary <"$results/jar")"
printf '| image / jar, paired | %s |\n' "$(paste "$results/image" "$results/jar" | awk '{ print $1 / $2 }' | summary)"
