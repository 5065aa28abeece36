#!/usr/bin/env bash
# Starts PostgreSQL. Before an existing data directory is served, the passwords of the secrets volume are applied to it:
# the two live in volumes of their own, and a role whose password nobody knows any more is a stack that looks healthy
# and lets nobody in. The official entry point has no hook for that.
set -euo pipefail

# On Kubernetes /run/secrets is where the token of the service account is mounted, so the files are elsewhere there.
export STACK_SECRETS_DIR=${STACK_SECRETS_DIR:-/run/secrets}

# fail WHAT CURE CURE-ON-SWARM CURE-ON-KUBERNETES
fail() {
  if [ -n "${KUBERNETES_SERVICE_HOST:-}" ]; then set -- "$1" "$4"
  elif [ "${STACK_ORCHESTRATOR:-}" = swarm ]; then set -- "$1" "$3"
  fi
  printf 'postgres: %s %s\n' "$1" "$2" >&2
  exit 1
}

for name in postgres airflow etl pgadmin; do
  [ -s "$STACK_SECRETS_DIR/$name-password" ] ||
    fail "the secret $name-password is missing." "\`docker compose up -d\` makes missing secrets." \
      "deploy/swarm/secrets.sh creates missing secrets." "deploy/kubernetes/secrets.sh creates missing Secrets."
done

# What one process may allocate, in KiB: a statement that wants more fails with "out of memory", alone. Without this the
# kernel kills its process when the container's memory is used up, and PostgreSQL then ends the sessions of all others.
# Shared memory does not count. Not `ulimits` in docker-compose.yml: that would bind the program that starts the container.
ulimit -d 49152

if [ -s "$PGDATA/PG_VERSION" ]; then
  found=$(<"$PGDATA/PG_VERSION")
  [ "$found" = "$PG_MAJOR" ] ||
    fail "the data volume was written by PostgreSQL $found, this is $PG_MAJOR. Start the old version again, and move the data," \
      "with POSTGRES_VERSION=$found in .env and \`./stack upgrade\`; or delete it with \`docker compose down -v\`." \
      "use its image, and take a dump; or delete the volume stack_postgres-data." \
      "use its image, and take a dump; or delete the PersistentVolumeClaim data-postgres-0."
  # A cluster may open a volume to a group at each mount (fsGroup), and PostgreSQL serves no directory that is open to one.
  chmod 0700 "$PGDATA"
  # On the socket alone: no client may come in before the passwords are right.
  # Patience, instead of a minute: after a crash it reads the WAL again, and if it is stopped meanwhile, from its start.
  export PGCTLTIMEOUT=3600
  pg_ctl start --silent --wait -o "-c config_file=/etc/stack/postgresql.conf -c listen_addresses=''" >/dev/null
  psql --no-psqlrc --username postgres --dbname postgres -f /etc/stack/roles.sql
  pg_ctl stop --silent --wait --mode fast
fi

export POSTGRES_PASSWORD_FILE=$STACK_SECRETS_DIR/postgres-password
# In a subshell that ends at once, so that it is no child of the server, which takes the end of an unknown child for a crash.
[ "${1:-}" != postgres ] || (guard.sh &)
exec docker-entrypoint.sh "$@"
