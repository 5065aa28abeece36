#!/usr/bin/env bash
# Starts PostgreSQL. Before an existing data directory is served, the passwords of the secrets volume are applied to it:
# the two live in volumes of their own, and a role whose password nobody knows any more is a stack that looks healthy
# and lets nobody in. The official entry point has no hook for that.
set -euo pipefail

fail() { printf 'postgres: %s\n' "$*" >&2; exit 1; }

for name in postgres airflow etl pgadmin; do
  [ -s "/run/secrets/$name-password" ] ||
    fail "the secret $name-password is missing. \`docker compose up -d\` makes missing secrets."
done

# What one process may allocate, in KiB: a statement that wants more fails with "out of memory", alone. Without this the
# kernel kills its process when the container's memory is used up, and PostgreSQL then ends the sessions of all others.
# Shared memory does not count. Not `ulimits` in docker-compose.yml: that would bind the program that starts the container.
ulimit -d 49152

if [ -s "$PGDATA/PG_VERSION" ]; then
  found=$(<"$PGDATA/PG_VERSION")
  [ "$found" = "$PG_MAJOR" ] ||
    fail "the data volume was written by PostgreSQL $found, this is $PG_MAJOR. Start the old version and take a dump, or delete the data with \`docker compose down -v\`."
  # On the socket alone: no client may come in before the passwords are right.
  pg_ctl start --silent --wait -o "-c config_file=/etc/stack/postgresql.conf -c listen_addresses=''" >/dev/null
  psql --no-psqlrc --username postgres --dbname postgres -f /etc/stack/roles.sql
  pg_ctl stop --silent --wait --mode fast
fi

export POSTGRES_PASSWORD_FILE=/run/secrets/postgres-password
# In a subshell that ends at once, so that it is no child of the server, which takes the end of an unknown child for a crash.
[ "${1:-}" != postgres ] || (guard.sh &)
exec docker-entrypoint.sh "$@"
