#!/usr/bin/env bash
# Writes every lock file anew: the newest versions that the .in files and package.json allow.
#
#   docker/lock.sh [IMAGE…]      airflow, pgadmin, test-tools; all of them unless told
#   docker/lock.sh --versions    what is pinned and where, with the day it was last looked at (docker/versions.tsv)
#
# A package that is locked keeps its version as long as that is allowed. To get its newest one, delete its lines from the
# lock file first. Afterwards build, run the tests, and write the day into docker/versions.tsv.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "${1-}" = --versions ]; then
  column -t -s $'\t' docker/versions.tsv
  exit
fi

setting() { sed -n "s/^$1=//p" .env 2>/dev/null | tail -n 1; }
prefix=${BASE_PREFIX-$(setting BASE_PREFIX)}
bundle=${STACK_CA_BUNDLE-$(setting STACK_CA_BUNDLE)}

[ $# -gt 0 ] || set -- airflow pgadmin test-tools
for image in "$@"; do
  case $image in
    airflow | pgadmin | test-tools) ;;
    *) echo "lock.sh: there is no lock file for '$image': airflow, pgadmin or test-tools" >&2; exit 2 ;;
  esac
  echo "lock files of $image …"
  docker build --quiet --target lock --output "docker/$image" --no-cache-filter locker --build-arg "BASE_PREFIX=$prefix" \
    --secret "id=ca,src=${bundle:-docker/no-ca-bundle}" "docker/$image" >/dev/null
done
git --no-pager diff --stat -- 'docker/*.txt' 'docker/*/package-lock.json' 2>/dev/null || true
