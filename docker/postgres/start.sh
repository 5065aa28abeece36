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
exec docker-entrypoint.sh "$@"
