#!/usr/bin/env bash
# Fills the secrets volume: one folder per service, with files that only that service's user can read. Existing values
# are kept and missing ones are generated, so this can run at every `docker compose up`.
#
#   fill-secrets.sh DIR
set -euo pipefail
umask 077
readonly dir=${1:?usage: fill-secrets.sh DIR}
made=0

random() { head -c "$1" /dev/urandom | base64 | tr '+/' '-_'; }

# folder NAME OWNER: creates the folder; the following commands use it.
folder() {
  current=$dir/$1 owner=$2
  mkdir -p "$current"
}

# new NAME [BYTES]: generates a random value, unless one exists.
new() {
  [ -s "$current/$1" ] && return
  random "${2:-24}" >"$current/$1"
  made=$((made + 1))
}

# same NAME SOURCE: a copy for a second reader. The source is authoritative, so a copy that differs is replaced.
same() { cp "$dir/$2" "$current/$1"; }

closed() { chown -R "$owner" "$current"; }

folder postgres 999:999
new postgres-password
new airflow-password
new etl-password
new pgadmin-password
closed

folder airflow 50000:0
same database-password postgres/airflow-password
new admin-password 12
new jwt-secret 48
new api-secret-key 48
# Fernet requires exactly 32 bytes.
new fernet-key 32
closed

folder pgadmin 5050:5050
same database-password postgres/pgadmin-password
new admin-password 12
closed

folder etl 10001:10001
same database-password postgres/etl-password
closed

printf 'secrets: %s made, %s in all\n' "$made" "$(find "$dir" -type f | wc -l)"
