#!/usr/bin/env bash
# Measures what a change of one line costs, and what the parts of the ETL image save. Prints the tables of docs/benchmarks.md.
#
#   acceptance-tests/src/bench/images.sh [PART…]     java, airflow, jre and same, unless told
#
#   java     a line of the ETL service: naive, layered (docker/etl-service) and Jib
#   airflow  a line of a DAG, then one of requirements.txt: naive and layered
#   jre      the ETL image beside the same one on Debian's packaged JRE
#   same     Airflow's and pgAdmin's image, each built twice without a cache: which files differ
#
# From the repository's root, after ./mvnw package. Works in a copy of the clone; its images are named bench-images/… and
# removed at the end.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=sizes.sh
. "$(dirname "$0")/sizes.sh"

note() { printf '%s\n' "$*" >&2; }
setting() { sed -n "s/^$1=//p" .env 2>/dev/null; }

prefix=${BASE_PREFIX-$(setting BASE_PREFIX)}
bundle=$(realpath "${STACK_CA_BUNDLE:-$(setting STACK_CA_BUNDLE)}" 2>/dev/null || realpath docker/no-ca-bundle)
export COMPOSE_PROJECT_NAME=bench-images BASE_PREFIX=$prefix STACK_CA_BUNDLE=$bundle

clone=$(mktemp -d)
finish() {
  docker images --format '{{.Repository}}:{{.Tag}}' --filter 'reference=bench-images/*' | xargs -r docker rmi --force >/dev/null
  rm -r "$clone"
}
trap finish EXIT
{ git ls-files && find etl-service/target healthcheck-agent/target -type f; } | tar -c -T - | tar -x -C "$clone"
cd "$clone"

# timed VARIABLE COMMAND…: the seconds that it took.
timed() {
  local variable=$1 from
  shift
  from=$(date +%s.%N)
  "$@" >"$clone/log" 2>&1 || { cat "$clone/log" >&2; return 1; }
  printf -v "$variable" '%s' "$(awk -v from="$from" -v to="$(date +%s.%N)" 'BEGIN { printf "%.1f", to - from }')"
}

package() { ./mvnw -q -B -ntp -pl etl-service package -Dmaven.test.skip=true -Dspotless.check.skip=true; }
compile() { ./mvnw -q -B -ntp -pl etl-service compile jib:dockerBuild -Dspotless.check.skip=true; }
layered() { docker compose --progress plain build "$1"; }
# The ETL service's twin that takes a jar: what the jar's own build costs is a line by itself.
naive_file() { if [ "$1" = etl-service ]; then echo Dockerfile.jar; else echo Dockerfile; fi; }
naive() {
  local context=docker/$1
  [ "$1" = etl-service ] && context=.
  docker build --progress plain -t "bench-images/naive-$1" -f "docker/naive/$1/$(naive_file "$1")" \
    --build-arg BASE_PREFIX="$prefix" --secret "id=ca,src=$bundle" "$context"
}

layers() { docker image inspect -f '{{range .RootFS.Layers}}{{println .}}{{end}}' "$1" | grep .; }

# new_layers IMAGE FILE: of the layers that FILE does not list, how many there are and the sum of their files.
new_layers() {
  layer_bytes "$1" |
    awk 'NR == FNR { known[$1]; next } !($1 in known) { count++; size += $2 }
         END { printf "%d of them, %s", count, size < 1e6 ? sprintf("%.0f kB", size / 1e3) : sprintf("%.1f MB", size / 1e6) }' \
      "$2" -
}

row() { printf '| %s | %s | %s | %s |\n' "$@"; }

# change WHAT WAY IMAGE COMMAND…: builds after a change; prints the time and what is new of the image.
change() {
  local what=$1 way=$2 image=bench-images/$3 took
  shift 3
  note "$what, $way"
  timed took "$@"
  row "$what" "$way" "$took s" "$(layers "$image" | wc -l) layers, new: $(new_layers "$image" "$image_layers/${image##*/}")"
}

remember() { layers "bench-images/$1" >"$image_layers/$1"; }

pool=etl-service/src/main/java/dev/datastack/etl/worker/WorkerPool.java

java() {
  local took
  note "first builds"
  for build in "layered etl-service" "layered java-runtime" compile "naive etl-service"; do $build >"$clone/log" 2>&1 || cat "$clone/log" >&2; done
  remember etl-service:dev && remember etl-service:jib && remember naive-etl-service
  sed -i 's/workers wait for loads/workers wait for tasks/' "$pool"
  change "a line of Java" "Jib, with compilation" etl-service:jib compile
  timed took package
  row "" "\`./mvnw package\`, which the next two need" "$took s" ""
  change "a line of Java" "naive" naive-etl-service naive etl-service
  change "a line of Java" "layered, with a new AOT cache" etl-service:dev layered etl-service
}

airflow() {
  local file
  note "first builds"
  layered airflow-init >"$clone/log" 2>&1
  naive airflow >"$clone/log" 2>&1
  for file in dags/marts.py requirements.txt; do
    remember airflow:dev && remember naive-airflow
    echo '# a line more' >>"docker/airflow/$file"
    change "a line of $file" naive naive-airflow naive airflow
    change "a line of $file" layered airflow:dev layered airflow-init
  done
}

# The same image with the packaged JRE in place of the jlinked one; the cache is trained on it.
jre() {
  note "on a packaged JRE"
  layered etl-service >"$clone/log" 2>&1
  docker build --quiet -t bench-images/jre -f docker/naive/etl-service/Dockerfile.jre --build-arg BASE_PREFIX="$prefix" \
    --secret "id=ca,src=$bundle" --build-context image=docker-image://bench-images/etl-service:dev . >/dev/null
  awk -v ours="$(bytes bench-images/etl-service:dev)" \
    -v jre="$(bytes bench-images/jre)" \
    'BEGIN { printf "\n| on | size |\n|---|---|\n| the jlinked runtime | %.0f MB |\n| openjdk-25-jre-headless | %.0f MB |\n| share | %.0f %% |\n", ours / 1e6, jre / 1e6, 100 * ours / jre }'
}

# A line for each file of an image: what is in it, whose it is, and with `times` its time too.
tree() {
  docker run --rm --network none --read-only --user 0 --entrypoint sh "$1" -euc "
    find / -xdev -type f ! -name .dockerenv ! -path '/etc/host*' ! -path /etc/resolv.conf -exec sha256sum {} +
    find / -xdev -type l -printf '%l %p\n'
    find / -xdev ! -path '/etc/host*' ! -path /etc/resolv.conf -printf '%y %m %U:%G $2 %p\n'" | sort
}

same() {
  local name service
  export SOURCE_DATE_EPOCH=1767225600
  for name in airflow pgadmin; do
    service=$name
    [ "$name" = airflow ] && service=airflow-init
    for run in 1 2; do
      note "$name, build $run of 2, without a cache"
      docker compose --progress plain build --no-cache "$service" >"$clone/log" 2>&1 || cat "$clone/log" >&2
      tree "bench-images/$name:dev" '' >"$clone/$name.$run"
      tree "bench-images/$name:dev" '%T@' >"$clone/$name.times.$run"
      docker image inspect -f '{{.Id}}' "bench-images/$name:dev" >>"$clone/$name.ids"
    done
    printf '\n%s: %s image ids, %s lines of the tree, of which differ: content or owner %s, time as well %s\n' "$name" \
      "$(sort -u "$clone/$name.ids" | wc -l)" "$(wc -l <"$clone/$name.1")" \
      "$(comm -23 "$clone/$name.1" "$clone/$name.2" | wc -l)" \
      "$(comm -23 "$clone/$name.times.1" "$clone/$name.times.2" | wc -l)"
    comm -3 "$clone/$name.1" "$clone/$name.2" | head -20
    comm -23 "$clone/$name.times.1" "$clone/$name.times.2" | sed 's/.* //' | cut -d/ -f1-3 | sort | uniq -c | sort -rn | head
  done
}

image_layers=$clone/image-layers
mkdir "$image_layers"
[ $# -gt 0 ] || set -- java airflow jre same
for part in "$@"; do
  case $part in
    java | airflow)
      printf '\n| change | way | build | image |\n|---|---|---|---|\n'
      "$part"
      ;;
    jre | same) "$part" ;;
    *) note "unknown part '$part': java, airflow, jre or same"; exit 2 ;;
  esac
done
