#!/usr/bin/env bash
# Measures the memory that a cold build of the images needs at its peak: all at once, and one after the other as
# `./stack up` does it on an engine with less than 4 GiB. Prints the table of docs/benchmarks.md.
#
#   acceptance-tests/src/bench/build-memory.sh
#
# From the repository's root, after ./mvnw package. Uses a project of its own (`bench`) and removes its images; no step is
# taken from the cache. Linux, as root: it reads the control groups of BuildKit. Counted is what processes have allocated,
# without the page cache, which the kernel gives back; the engine's own processes are not in it.
set -euo pipefail
export COMPOSE_PROJECT_NAME=bench
readonly interval=0.2

# What all build steps of this moment have allocated, in bytes. A group may end while it is read.
allocated() {
  find /sys/fs/cgroup -path '*buildkit/*' -name memory.stat -exec cat {} + 2>/dev/null |
    awk '$1 == "anon" || $1 == "rss" { sum += $2 } END { print sum + 0 }' || true
}

# peak COMMAND…: its seconds, and the largest sum while it ran, in MiB
peak() {
  local from=$SECONDS pid most=0 now
  "$@" >"$log" 2>&1 &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    now=$(allocated)
    if [ "$now" -gt "$most" ]; then most=$now; fi
    sleep "$interval"
  done
  wait "$pid" || { tail -n 20 "$log" >&2; exit 1; }
  printf '%s s | %s MiB' "$((SECONDS - from))" "$((most / 1048576))"
}

one_by_one() {
  local service
  for service in healthcheck-agent secrets etl-service airflow-init pgadmin; do
    docker compose build --no-cache "$service"
  done
}

log=$(mktemp)
trap 'docker image ls --quiet "bench/*" | xargs -r docker image rm --force >/dev/null; rm "$log"' EXIT

printf '| build | seconds | peak |\n|---|---|---|\n'
printf '| all at once | %s |\n' "$(peak docker compose build --no-cache)"
printf '| one after the other | %s |\n' "$(peak one_by_one)"
