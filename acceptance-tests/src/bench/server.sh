# shellcheck shell=bash
# Sourced by the benchmarks that need a server alone: the stack's, which is the base image postgres:17 with
# docker/postgres/postgresql.conf, in a container on the host's network. Whoever sources it calls stop_server at its end.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
server=''

note() { printf '%s\n' "$*" >&2; }
fail() { note "$(basename "$0"): $*"; exit 1; }

# base NAME: the image that this clone takes for NAME, see README.md in docker/bases.
base() { printf '%s%s' "${BASE_PREFIX-$(sed -n 's/^BASE_PREFIX=//p' "$root/.env" 2>/dev/null || true)}" "$1"; }

# start_server PORT [SETTING=VALUE…]: psql finds it by the variables that are exported here.
start_server() {
  export PGHOST=127.0.0.1 PGPORT=$1 PGUSER=postgres PGOPTIONS=--client-min-messages=warning
  local setting settings=(-c config_file=/etc/stack/postgresql.conf -c listen_addresses=127.0.0.1 -c "port=$1")
  for setting in "${@:2}"; do settings+=(-c "$setting"); done
  server=$(docker run -d --rm --network host -e POSTGRES_HOST_AUTH_METHOD=trust \
    -v "$root/docker/postgres/postgresql.conf:/etc/stack/postgresql.conf:ro" "$(base postgres:17)" \
    postgres "${settings[@]}")
  # Over TCP: while the data directory is made, the server answers on its socket alone.
  until psql -qAt -d postgres -c 'SELECT 1' >/dev/null 2>&1; do
    [ -n "$(docker ps -q --filter "id=$server")" ] || fail 'the server ended. Is the port free? PORT= names another.'
    sleep 0.2
  done
  psql -q -d postgres -c 'CREATE ROLE etl LOGIN SUPERUSER'
}

stop_server() { if [ -n "$server" ]; then docker rm -f -v "$server" >/dev/null; fi; }
