#!/usr/bin/env bash
# The entry point of the postgres stand-in. Same contract as the official image's, see the Dockerfile.
set -Eeuo pipefail

fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# VAR or VAR_FILE, not both.
from_file() {
  local name=$1 default=${2:-} file_name="${1}_FILE"
  [ -z "${!name:-}" ] || [ -z "${!file_name:-}" ] || fail "both $name and $file_name are set (but are exclusive)"
  if [ -n "${!file_name:-}" ]; then export "$name"="$(<"${!file_name}")"; else export "$name"="${!name:-$default}"; fi
  unset "$file_name"
}

read_settings() {
  from_file POSTGRES_PASSWORD
  from_file POSTGRES_USER postgres
  from_file POSTGRES_DB "$POSTGRES_USER"
  from_file POSTGRES_INITDB_ARGS
  : "${POSTGRES_HOST_AUTH_METHOD:=}"
  [ -n "$POSTGRES_PASSWORD" ] || [ "$POSTGRES_HOST_AUTH_METHOD" = trust ] ||
    fail "Database is uninitialized and superuser password is not specified. Set POSTGRES_PASSWORD."
}

create_cluster() {
  # shellcheck disable=SC2086 # the arguments are a list of words
  initdb --username="$POSTGRES_USER" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") $POSTGRES_INITDB_ARGS
  printf '\nhost all all all %s\n' "${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$PGDATA/pg_hba.conf"
}

# On the socket only, so that no client takes a half-made database for a ready one.
temporary_server() {
  NOTIFY_SOCKET='' pg_ctl -D "$PGDATA" -w "$1" ${2:+-o "$2"}
}

sql() { PGHOST='' PGHOSTADDR='' PGPASSWORD=$POSTGRES_PASSWORD psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --no-password "$@"; }

create_database() {
  [ "$POSTGRES_DB" = postgres ] || sql --dbname postgres -v db="$POSTGRES_DB" <<<'CREATE DATABASE :"db";'
}

run_init_files() {
  local file
  # Sourced scripts use this, as with the official image.
  # shellcheck disable=SC2034 # used by what is sourced
  psql=(psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --no-password --dbname "$POSTGRES_DB")
  for file in /docker-entrypoint-initdb.d/*; do
    [ -e "$file" ] || continue
    printf 'running %s\n' "$file"
    # shellcheck disable=SC1090 # the name is only known at run time
    case $file in
      *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) sql --dbname "$POSTGRES_DB" -f "$file" ;;
      *.sql.gz) gunzip -c "$file" | sql --dbname "$POSTGRES_DB" ;;
      *.sql.xz) xzcat "$file" | sql --dbname "$POSTGRES_DB" ;;
      *.sql.zst) zstd -dc "$file" | sql --dbname "$POSTGRES_DB" ;;
      *) printf 'ignoring %s\n' "$file" ;;
    esac
  done
}

initialise() {
  read_settings
  create_cluster
  temporary_server start "-c listen_addresses='' -p ${PGPORT:-5432}"
  create_database
  run_init_files
  temporary_server stop
}

[ "${1:0:1}" != - ] || set -- postgres "$@"
wants_help=false
for argument; do case $argument in -\? | --help | --describe-config | -V | --version) wants_help=true ;; esac; done

if [ "${1:-}" = postgres ] && [ "$wants_help" = false ]; then
  mkdir -p "$PGDATA"
  if [ "$(id -u)" = 0 ]; then
    chmod 0700 "$PGDATA"
    find "$PGDATA" /var/run/postgresql \! -user postgres -exec chown postgres '{}' +
    exec gosu postgres "${BASH_SOURCE[0]}" "$@"
  fi
  chmod 0700 "$PGDATA" || true
  [ -s "$PGDATA/PG_VERSION" ] || initialise
  unset POSTGRES_PASSWORD
fi
exec "$@"
