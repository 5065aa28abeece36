#!/usr/bin/env bash
# Measures what `./stack status` takes beside `docker compose ps`: CPU seconds of the whole command with all that it
# starts, and seconds on the clock.
#
#   acceptance-tests/src/bench/status.sh JAVA_HOME…    ROUNDS rounds (20) for each JDK, one command after the other
#
# From the root of a clone whose stack runs, after ./mvnw package. The engine's own time is not in it. Linux.
set -euo pipefail
readonly rounds=${ROUNDS:-20}
[ $# -gt 0 ] || { echo 'name the JDKs, such as /usr/lib/jvm/temurin-25-jdk' >&2; exit 2; }
results=$(mktemp -d)
trap 'rm -r "$results"' EXIT

# measure NAME COMMAND…: appends "CPU-seconds seconds" of one run. TIMEFORMAT: user, system, real.
measure() {
  local name=$1 TIMEFORMAT='%U %S %R'
  shift
  { time "$@" >/dev/null 2>&1 || true; } 2>&1 | awk '{ print $1 + $2, $3 }' >>"$results/$name"
}

summary() { sort -n | awk '{ v[NR] = $1 } END { printf "%.2f (%.2f to %.2f)", v[int((NR + 1) / 2)], v[1], v[NR] }'; }
column() { cut -d' ' -f"$1" "$results/$2"; }

# The launcher makes its cache beside the first run.
await_cache() {
  ./stack status >/dev/null || true
  until ! compgen -G 'stack-cli/target/start/*.making' >/dev/null; do sleep 0.5; done
  ./stack status >/dev/null || true
}

printf '| JDK | command | CPU-seconds, median of %s (spread) | seconds | CPU / docker compose ps, paired |\n' "$rounds"
printf '|---|---|---|---|---|\n'
for home; do
  export JAVA_HOME=$home
  version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/release")
  await_cache
  rm -f "$results"/*
  for _ in $(seq "$rounds"); do
    measure ps docker compose ps
    measure status ./stack status
    measure json ./stack status --json
  done
  while read -r name command; do
    ratio=$(paste -d' ' "$results/$name" "$results/ps" | awk '{ print $1 / $3 }' | summary)
    # shellcheck disable=SC2016 # the backticks are Markdown's
    printf '| %s | `%s` | %s | %s | %s |\n' "$version" "$command" "$(column 1 "$name" | summary)" \
      "$(column 2 "$name" | summary)" "$ratio"
  done <<'COMMANDS'
ps docker compose ps
status ./stack status
json ./stack status --json
COMMANDS
done
