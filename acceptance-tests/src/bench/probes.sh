#!/usr/bin/env bash
# Measures the health agent beside what others use. Prints the tables of docs/benchmarks.md.
#
#   acceptance-tests/src/bench/probes.sh [PART…]     runs and engine, unless told
#
#   runs     CPU, time and memory of each probe, RUNS rounds (200 unless the environment says otherwise), interleaved
#   engine   CPU that the engine spends on one health check, by what it runs
#
# From the repository's root, after ./mvnw package. Makes images and containers of its own (`bench-probes`) and removes
# them at the end. Linux, as root: it reads the engine's CPU time from /proc.
set -euo pipefail
readonly rounds=${RUNS:-200} seconds=20 name=bench-probes
readonly page=http://127.0.0.1:8000/health.json

setting() { sed -n "s/^$1=//p" .env 2>/dev/null; }
note() { printf '%s\n' "$*" >&2; }

build() {
  local prefix bundle
  prefix=${BASE_PREFIX-$(setting BASE_PREFIX)}
  bundle=${STACK_CA_BUNDLE-$(setting STACK_CA_BUNDLE)}
  docker build --quiet -t $name/agent -f docker/healthcheck-agent/Dockerfile --build-arg BASE_PREFIX="$prefix" \
    --secret "id=ca,src=${bundle:-docker/no-ca-bundle}" healthcheck-agent >/dev/null
  docker build --quiet -t $name/all --build-arg BASE_PREFIX="$prefix" --build-context agent=docker-image://$name/agent \
    --build-context jar=healthcheck-agent/target acceptance-tests/src/bench/probes >/dev/null
  postgres=${prefix}postgres:17
}

clean() {
  docker rm --force --volumes $name $name-postgres >/dev/null 2>&1 || true
  docker rmi --force $name/agent $name/all $name/one >/dev/null 2>&1 || true
}

# Median CPU, time and memory of each command, and CPU as a multiple of the agent's.
table() {
  sort -s -t "$(printf '\t')" -k 1,1 | awk -F '\t' '
    function median(values, count,   i, j, x) {
      for (i = 2; i <= count; i++) { x = values[i]; for (j = i - 1; j > 0 && values[j] > x; j--) values[j + 1] = values[j]; values[j + 1] = x }
      return count % 2 ? values[(count + 1) / 2] : (values[count / 2] + values[count / 2 + 1]) / 2
    }
    function row() {
      if (n) { order[++rows] = last; cpu[rows] = median(c, n); wall[rows] = median(w, n); memory[rows] = median(m, n) }
      n = 0
    }
    $1 != last { row(); last = $1 }
    { n++; c[n] = $2; w[n] = $3; m[n] = $4 }
    END {
      row(); base = cpu[1]
      print "| probe | CPU | beside the agent | time | memory |\n|---|---|---|---|---|"
      for (i = 1; i <= rows; i++)
        printf "| %s | %.2f ms | %.1f × | %.2f ms | %.2f MiB |\n", substr(order[i], 3), cpu[i], cpu[i] / base, wall[i], memory[i] / 1024
    }'
}

runs() {
  local java
  java="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp /opt/agent/agent.jar dev.datastack.probe.jvm.JvmMain http $page"
  docker run --detach --name $name $name/all >/dev/null
  docker run --detach --name $name-postgres --network container:$name --env POSTGRES_HOST_AUTH_METHOD=trust "$postgres" >/dev/null
  docker exec $name healthcheck wait --for 2m http $page --and postgres 127.0.0.1:5432 >&2
  note "$rounds rounds"
  # The letters in front of the names are the order of the table. $java is several words.
  # shellcheck disable=SC2086 # splitting is meant
  docker exec $name spawn "$rounds" \
    -- 'a agent, http' healthcheck http $page \
    -- 'b agent, http and its JSON' healthcheck http $page --json status=healthy \
    -- 'c agent, postgres' healthcheck postgres 127.0.0.1:5432 \
    -- 'd curl, http' curl -fsS -o /dev/null $page \
    -- 'e pg_isready' /usr/lib/postgresql/17/bin/pg_isready -q -h 127.0.0.1 -U postgres \
    -- 'f Python, http (urllib)' python3 -c "import urllib.request; urllib.request.urlopen('$page').read()" \
    -- 'g agent on a JVM with an AOT cache, http' /opt/runtime/bin/java -XX:AOTMode=on -XX:AOTCache=/opt/agent/agent.aot $java \
    -- 'h agent on a JVM, http' /opt/runtime/bin/java $java \
    -- 'i /bin/true' /bin/true |
    table
  docker rm --force --volumes $name $name-postgres >/dev/null
}

# CPU seconds, in hundredths: this container's shim with all it waited for (runc, the probe), then dockerd and containerd.
spent() {
  local shim
  shim=$(awk '{ print $4 }' "/proc/$(docker inspect -f '{{.State.Pid}}' $name)/stat")
  {
    sed 's/.*) //' "/proc/$shim/stat"
    pgrep -x 'dockerd|containerd' | while read -r pid; do sed 's/.*) //' "/proc/$pid/stat"; done
  } | awk 'NR == 1 { shim = $12 + $13 + $14 + $15; next } { engine += $12 + $13 } END { print shim, engine }'
}

# Prints: name, health checks that ran, hundredths of the shim, hundredths of the engine.
checked() { # NAME HEALTHCHECK…
  local label=$1 before after events
  shift
  printf 'FROM %s/all\nHEALTHCHECK %s\n' "$name" "$*" | docker build --quiet -t $name/one - >/dev/null
  docker run --detach --name $name $name/one >/dev/null
  sleep 3
  events=$(mktemp)
  docker events --filter container=$name --filter event=exec_die --format x >>"$events" &
  sleep 1
  before=$(spent)
  : >"$events"
  sleep $seconds
  after=$(spent)
  kill $!
  printf '%s\t%s\t%s %s\n' "$label" "$(wc -c <"$events" | awk '{ print $1 / 2 }')" "$before" "$after"
  rm "$events"
  docker rm --force $name >/dev/null
}

engine() {
  local round often='--interval=250ms --timeout=10s --start-period=0s CMD'
  for round in 1 2; do
    note "health checks, round $round of 2"
    checked none NONE
    checked '/bin/true' "$often" '["/bin/true"]'
    checked 'agent, http' "$often" '["healthcheck", "http", "'$page'"]'
    checked 'curl, http' "$often" '["curl", "-fsS", "-o", "/dev/null", "'$page'"]'
    checked 'Python, http (urllib)' "$often" '["python3", "-c", "import urllib.request; urllib.request.urlopen('"'$page'"')"]'
  done | awk -F '\t' -v ticks="$(getconf CLK_TCK)" '
    { split($3, v, " "); count[$1] += $2; shim[$1] += v[3] - v[1]; engine[$1] += v[4] - v[2]; if (!($1 in seen)) { seen[$1]; order[++rows] = $1 } }
    END {
      print "\n| health check | runs | shim, runc and probe | dockerd and containerd | sum | beside `/bin/true` |\n|---|---|---|---|---|---|"
      for (i = 2; i <= rows; i++) {
        k = order[i]
        a = (shim[k] - shim["none"]) * 1000 / ticks / count[k]; b = (engine[k] - engine["none"]) * 1000 / ticks / count[k]
        if (i == 2) base = a + b
        printf "| %s | %d | %.1f ms | %.1f ms | %.1f ms | %.2f × |\n", k, count[k], a, b, a + b, (a + b) / base
      }
    }'
}

trap clean EXIT
[ $# -gt 0 ] || set -- runs engine
build
for part in "$@"; do
  case $part in
    runs | engine) "$part" ;;
    *) note "unknown part '$part': runs or engine"; exit 2 ;;
  esac
done
