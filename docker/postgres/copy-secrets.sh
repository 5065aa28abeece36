#!/usr/bin/env bash
# Copies all secrets out of the volume and in again, for `stack backup --with-secrets` and `stack restore --with-secrets`.
#
#   copy-secrets.sh save DIR       a tar to standard output
#   copy-secrets.sh restore DIR    such a tar from standard input, in place of what is there
set -euo pipefail
umask 077
readonly verb=${1:?usage: copy-secrets.sh save|restore DIR} dir=${2:?usage: copy-secrets.sh save|restore DIR}
readonly folders=(postgres airflow pgadmin etl)

case $verb in
  save)
    tar --directory "$dir" --numeric-owner --sort=name --create "${folders[@]}"
    ;;
  restore)
    # Beside the old ones until all are there, so that a broken pipe changes nothing.
    new=$dir/.restored
    rm -rf "$new"
    mkdir "$new"
    tar --directory "$new" --no-same-owner --extract
    for folder in "${folders[@]}"; do [ -d "$new/$folder" ]; done
    for folder in "${folders[@]}"; do
      rm -rf "${dir:?}/$folder"
      mv "$new/$folder" "$dir/$folder"
    done
    rmdir "$new"
    # It gives each folder its owner.
    exec fill-secrets.sh "$dir"
    ;;
  *)
    printf 'usage: copy-secrets.sh save|restore DIR\n' >&2
    exit 2
    ;;
esac
