#!/bin/sh
# train.sh CACHE: runs the service once as it will run, against a server of its own, and has the JVM write the cache.
set -eu
cache=$1
export PGDATA=/tmp/training PGHOST=/tmp PGUSER=postgres PGDATABASE=warehouse

initdb --auth=trust --no-sync > /tmp/initdb.log
pg_ctl -w -l /tmp/server.log -o "-c unix_socket_directories=/tmp -c listen_addresses=127.0.0.1 -c fsync=off" start
psql -q -d postgres -c 'CREATE ROLE etl LOGIN SUPERUSER' -c 'CREATE DATABASE warehouse OWNER etl'

# As the image's entry point has it: the cache fits only the garbage collector and the jar that it was made with.
# The address is named, because the PGHOST above is a folder: psql's way to the server, and no way for Java.
SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:5432/warehouse ETL_DATA_DIR=/training/data ETL_HEARTBEAT_FILE=/tmp/heartbeat \
  /opt/java/bin/java -XX:AOTCacheOutput="$cache" -XX:+UseSerialGC -Xlog:aot=error -jar /app/etl-service.jar worker &
service=$!

# Healthy means migrated: etl.request_load is there.
until [ -e /tmp/heartbeat ]; do kill -0 "$service"; sleep 0.2; done
psql -q -o /dev/null -c "SELECT etl.request_load('airlines', 'all', 'training')" \
                     -c "SELECT etl.request_load('flights', '2013-02', 'training')"
done_loads() { psql -qAt -c "SELECT count(*) FROM etl.load WHERE status = 'done'"; }
until [ "$(done_loads)" = 2 ]; do
  # A load that failed would train the wrong way, and a worker that is gone would never end this loop.
  test -z "$(psql -qAt -c "SELECT error FROM etl.load WHERE error IS NOT NULL" | tee /dev/stderr)"
  kill -0 "$service"
  sleep 0.2
done
# The JVM writes the cache when it ends; 143 is how it ends after SIGTERM.
kill -TERM "$service"
wait "$service" || [ $? = 143 ]
pg_ctl -m immediate stop
test -s "$cache"
