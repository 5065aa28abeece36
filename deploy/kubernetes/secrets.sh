#!/bin/sh
# Creates the namespace and its Secrets: one per service, and a key for each file that the service looks for.
#
#   secrets.sh            random values
#   secrets.sh --local    the values of this clone's running Compose stack, for a copy of its data: with another Fernet key
#                         Airflow could not read the connections in it
#
# NAMESPACE, from the environment, is another namespace than data-stack, for an overlay that names another.
# Secrets that are there stay as they are. No value is on a command line, where other users of this machine could read it.
set -eu
umask 077
# CDPATH would make cd print where it went.
here=$(unset CDPATH; cd -- "$(dirname -- "$0")" && pwd)
namespace=${NAMESPACE:-data-stack}

cluster() { kubectl --namespace "$namespace" "$@"; }
random() { head -c "$1" /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n'; }

# Folders and files as docker/postgres/fill-secrets.sh has them.
generate() {
  mkdir postgres airflow pgadmin etl
  for name in postgres airflow etl pgadmin; do random 24 > "postgres/$name-password"; done
  for name in airflow etl pgadmin; do cp "postgres/$name-password" "$name/database-password"; done
  random 12 > airflow/admin-password
  random 48 > airflow/jwt-secret
  random 48 > airflow/api-secret-key
  # Fernet wants exactly 32 bytes.
  random 32 > airflow/fernet-key
  random 12 > pgadmin/admin-password
}

copy_local() {
  for pair in postgres:postgres airflow:airflow-webserver pgadmin:pgadmin etl:etl-service; do
    mkdir "${pair%:*}"
    # By way of a file: of a pipe the shell sees the end of the last command alone, and some tar take nothing for an archive.
    docker compose --project-directory "$here/../.." exec --no-TTY "${pair#*:}" tar --create --directory /run/secrets . > copied
    tar --extract --no-same-owner --directory "${pair%:*}" < copied
  done
}

case ${1-} in
  '') source=generate ;;
  --local) source=copy_local ;;
  *) echo "usage: secrets.sh [--local]" >&2; exit 2 ;;
esac

sed "s/^  name: data-stack\$/  name: $namespace/" "$here/base/namespace.yaml" | kubectl apply --filename -
found=$(cluster get secret postgres airflow pgadmin etl-service --ignore-not-found --output name)
case $(printf '%s' "$found" | grep -c .) in
  0) ;;
  4) echo "The Secrets are there already, and stay as they are."; exit ;;
  *)
    # Their passwords belong together, and a Secret that was created now would have others.
    printf 'Only some of the Secrets are there:\n%s\nDelete these, or create the others with the same passwords.\n' \
      "$found" >&2
    exit 1
    ;;
esac

folder=$(mktemp -d)
made=
# Half of them would be of no use: their passwords belong together. A signal alone ends no shell by way of EXIT.
finish() {
  cd /
  rm -rf "$folder"
  for name in $made; do cluster delete secret "$name" >&2; done
}
trap finish EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"
"$source"
for pair in postgres:postgres airflow:airflow pgadmin:pgadmin etl:etl-service; do
  cluster create secret generic "${pair#*:}" --from-file="${pair%:*}"
  made="$made ${pair#*:}"
done
made=
