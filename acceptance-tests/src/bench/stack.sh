#!/usr/bin/env bash
# Measures the whole stack: start-up, idle memory and CPU, image sizes. Prints the tables of docs/benchmarks.md.
#
#   acceptance-tests/src/bench/stack.sh [PART…]     starts, unchanged, idle and sizes, unless told
#
#   starts     RUNS cold and RUNS warm starts, 3 unless the environment says otherwise
#   unchanged  `up` seven times on a stack that runs, each beside a `build` of which everything is cached
#   idle       memory and CPU of a stack at rest
#   sizes      each image beside its naive twin
#
# From the repository's root, after ./mvnw package. Uses a project of its own (`bench`)
# on ports of its own and removes it at the end. Linux, as root: it reads the engine's CPU time from /proc and /sys.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=cpu.sh
. "$(dirname "$0")/cpu.sh"
# shellcheck source-path=SCRIPTDIR source=sizes.sh
. "$(dirname "$0")/sizes.sh"
readonly runs=${RUNS:-3} idle_seconds=120
export COMPOSE_PROJECT_NAME=bench AIRFLOW_PORT=18080 PGADMIN_PORT=15050 POSTGRES_PORT=15432

note() { printf '%s\n' "$*" >&2; }
seconds() { awk -v from="$1" -v to="$(date +%s.%N)" 'BEGIN { printf "%.1f", to - from }'; }
median() { sort -n | awk '{ v[NR] = $1 } END { printf "%s (of %s:", v[int((NR + 1) / 2)], NR; for (i = 1; i <= NR; i++) printf " %s", v[i]; print ")" }'; }

# Files of the ledger that are loaded.
readonly all_files=28
loaded() {
  docker compose exec -T postgres psql -U postgres -d warehouse -Atc \
    "SELECT count(DISTINCT (dataset, period)) FROM etl.load WHERE status = 'done'" 2>/dev/null || echo 0
}

start() { # prints the seconds from up to all healthy
  local from
  from=$(date +%s.%N)
  docker compose up -d --wait >&2
  seconds "$from"
}

cold_starts() {
  local run from
  for run in $(seq "$runs"); do
    note "cold start $run of $runs"
    docker compose down --volumes >/dev/null 2>&1
    from=$(date +%s.%N)
    start >>"$results/cold"; echo >>"$results/cold"
    until [ "$(loaded)" -ge "$all_files" ]; do sleep 0.5; done
    seconds "$from" >>"$results/year"; echo >>"$results/year"
  done
}

warm_starts() {
  local run
  for run in $(seq "$runs"); do
    note "warm start $run of $runs"
    docker compose down >/dev/null 2>&1
    start >>"$results/warm"; echo >>"$results/warm"
  done
}

# Alternately, so that a busy moment of the machine hits both.
unchanged() {
  local run from before
  docker compose up -d --wait >&2
  before=$(docker compose ps -aq | sort)
  for run in $(seq 7); do
    note "unchanged start $run of 7"
    from=$(date +%s.%N)
    docker compose --progress quiet build >&2
    seconds "$from" >>"$results/build"; echo >>"$results/build"
    start >>"$results/again"; echo >>"$results/again"
  done
  [ "$before" = "$(docker compose ps -aq | sort)" ] || { note "containers were replaced"; exit 1; }
  printf 'seconds of a cached build: '; median <"$results/build"
  printf 'seconds of an up that changes nothing: '; median <"$results/again"
  docker info --format 'image store: {{.DriverStatus}}'
}

# CPU seconds that all containers have used.
containers_cpu() {
  local id
  for id in $(docker compose ps -q); do container_cpu "$id"; done | awk '{ total += $1 } END { print total }'
}

# CPU seconds of the engine: dockerd, containerd and the shims, with the processes they waited for (runc).
engine_cpu() {
  local pid ticks
  ticks=$(getconf CLK_TCK)
  for pid in $(pgrep -x 'dockerd|containerd|containerd-shim.*'); do
    sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null
  done | awk -v ticks="$ticks" '{ total += $12 + $13 + $14 + $15 } END { print total / ticks }'
}

# At rest: the year is loaded, and the work that follows a start is over.
idle() {
  local containers engine
  docker compose up -d --wait >&2
  until [ "$(loaded)" -ge "$all_files" ]; do sleep 0.5; done
  note "letting the stack come to rest"
  sleep 90
  containers=$(containers_cpu) engine=$(engine_cpu)
  sleep "$idle_seconds"
  printf '\nCPU-seconds in %s idle seconds: containers %s, engine %s\n' "$idle_seconds" \
    "$(awk -v a="$containers" -v b="$(containers_cpu)" 'BEGIN { printf "%.1f", b - a }')" \
    "$(awk -v a="$engine" -v b="$(engine_cpu)" 'BEGIN { printf "%.1f", b - a }')"
  printf '\nIdle memory\n'
  docker compose ps -q | xargs docker stats --no-stream --format '{{.Name}} {{.MemUsage}}' |
    awk '{ sub(/^bench-/, "", $1); sub(/-1$/, "", $1); value = $2; unit = value; sub(/[0-9.]+/, "", unit); sub(/[A-Za-z]+$/, "", value)
           if (unit == "GiB") value *= 1024; total += value; printf "| %s | %.0f MiB | %s |\n", $1, value, $4 } END { printf "| sum | %.0f MiB | |\n", total }' | sort
}

# Each image beside its naive twin, which is built here on the same base.
sizes() {
  local name context
  printf '\n| image | this | naive | share |\n|---|---|---|---|\n'
  for name in airflow pgadmin etl-service; do
    context=docker/$name
    [ "$name" = etl-service ] && context=.
    docker build --quiet -t "bench/naive-$name" -f "docker/naive/$name/Dockerfile" --build-arg BASE_PREFIX="$prefix" --secret "id=ca,src=$bundle" "$context" >/dev/null
    awk -v name="$name" -v a="$(bytes "bench/$name:dev")" -v b="$(bytes "bench/naive-$name")" \
      'BEGIN { printf "| %s | %.0f MB | %.0f MB | %.0f %% |\n", name, a / 1e6, b / 1e6, 100 * a / b }'
  done
  awk -v own="$(bytes bench/postgres:dev)" -v base="$(bytes "${prefix}postgres:17")" \
    'BEGIN { printf "| postgres | %.0f MB | base: %.0f MB | |\n", own / 1e6, base / 1e6 }'
}

setting() { sed -n "s/^$1=//p" .env 2>/dev/null; }

prefix=${BASE_PREFIX-$(setting BASE_PREFIX)}
bundle=${STACK_CA_BUNDLE-$(setting STACK_CA_BUNDLE)}
bundle=${bundle:-docker/no-ca-bundle}
results=$(mktemp -d)
trap 'docker compose down --volumes >/dev/null 2>&1; rm -r "$results"' EXIT

starts() {
  cold_starts
  warm_starts
  printf 'seconds from up to healthy, cold: '; median <"$results/cold"
  printf 'seconds from up to the year loaded: '; median <"$results/year"
  printf 'seconds from up to healthy, warm: '; median <"$results/warm"
}

docker compose --progress plain build >&2
[ $# -gt 0 ] || set -- starts unchanged idle sizes
for part in "$@"; do
  case $part in
    starts | unchanged | idle | sizes) "$part" ;;
    *) note "unknown part '$part': starts, unchanged, idle or sizes"; exit 2 ;;
  esac
done
