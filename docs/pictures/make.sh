#!/usr/bin/env bash
# Makes the pictures of README and docs anew. All of them are real: pages of a stack that ran, seen by the browser of the
# acceptance tests, and terminals in which the commands ran. Its stacks run beside yours; a drill of yours must be over.
#
#   docs/pictures/make.sh [demo|pages|terminals]…    all three unless told; ten minutes
#
# Needs a JDK, an engine, and `script` (util-linux), which gives a command a terminal. Browser, compression and drawing
# come with docker/test-tools. The times that are seen are this machine's: let it do nothing else meanwhile.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- demo pages terminals
for part in "$@"; do
  case $part in demo | pages | terminals) ;; *) echo "make.sh: '$part' is none of demo, pages, terminals" >&2; exit 2 ;; esac
done

setting() { sed -n "s/^$1=//p" .env 2>/dev/null | tail -n 1; }
prefix=${BASE_PREFIX-$(setting BASE_PREFIX)}
bundle=${STACK_CA_BUNDLE-$(setting STACK_CA_BUNDLE)}
trap 'docker rmi pictures/test-tools:dev >/dev/null' EXIT
docker build --quiet --tag pictures/test-tools:dev --build-arg "BASE_PREFIX=$prefix" \
  --secret "id=ca,src=${bundle:-docker/no-ca-bundle}" docker/test-tools >/dev/null
tool() { docker run --rm --interactive --network none --volume "$PWD:/repository:ro" pictures/test-tools:dev "$@"; }
small() { tool pngquant --speed 1 --strip - >"docs/pictures/$1.png"; }

# The report of `./stack demo`.
demo() {
  ./stack demo --report target/demo/report.html
  tool bash -c 'chromium --headless --no-sandbox --hide-scrollbars --window-size=760,960 --screenshot=/tmp/report.png \
    file:///repository/target/demo/report.html >/dev/null 2>&1 && cat /tmp/report.png' | small demo
}

# What the tests of the pages saw.
pages() {
  ./mvnw -q -B -Dtest=NoUnit -Dit.test='AirflowPageIT,PgAdminPageIT' -Dsurefire.failIfNoSpecifiedTests=false \
    -Dfailsafe.failIfNoSpecifiedTests=false -pl acceptance-tests -am verify
  for page in airflow-dags pgadmin-query; do small "$page" <"acceptance-tests/target/screenshots/$page.png"; done
}

# COLUMNS COMMAND OPTION…: runs it in a terminal. Options that only this script needs are not shown.
typed() {
  printf '\033[1m$ %s\033[0m\r\n' "$2"
  script --quiet --return --command "stty cols $1 rows 50; ${*:2}" /dev/null </dev/null
}
# NAME COLUMNS: as everywhere in docs, the ports are the usual ones.
draw() { sed 's/:2\(8080\|5050\|5432\)/:\1/' | tool python3 /repository/docs/pictures/terminal.py "$2" >"docs/pictures/$1.svg"; }

# Three causes for the doctor, in containers and files of the pictures' own: the kernel kills pgAdmin's first process for memory
# (that of the exec would be the larger one), the ETL service's image is built anew, and a DAG imports what is not there.
planted() {
  docker update --restart no pictures-pgadmin-1 >/dev/null
  docker compose exec -T pgadmin sh -c 'echo 1000 >/proc/1/oom_score_adj && python3 -c "bytearray(2**30)"' || true
  docker tag pictures/etl-service:dev pictures/etl-service:before
  printf 'FROM pictures/etl-service:before\nLABEL planted=yes\n' |
    docker build --quiet --tag pictures/etl-service:dev - >/dev/null
  printf 'import pandas\nfrom airflow.sdk import dag\n' >"$planted_dag"
  until docker compose exec -T postgres psql -U postgres -d airflow -Atqc 'SELECT filename FROM import_error' |
    grep -q "${planted_dag##*/}"; do
    sleep 2
  done
}

# In a project of their own, and the exercise not in course/, where your work may lie.
terminals() (
  export COMPOSE_PROJECT_NAME=pictures STACK_PROJECT_NAME=pictures AIRFLOW_PORT=28080 PGADMIN_PORT=25050 POSTGRES_PORT=25432
  work=target/pictures exercise=01-images-and-layers/1-order-of-steps
  planted_dag=docker/airflow/dags/course_picture_weather.py
  trap 'rm -f "$planted_dag"; docker compose --progress quiet down --volumes --rmi all
    docker image rm --force pictures/etl-service:before >/dev/null 2>&1' EXIT
  # The command itself and the jars are built by then: what is seen is a start.
  ./stack up --yes >/dev/null && ./stack down --volumes --yes >/dev/null
  typed 116 './stack up' --yes | draw up 116
  { typed 92 './stack course drill missing-page' --yes; echo; typed 92 './stack course drill check' || true; } | draw drill 92
  ./stack course drill --undo
  rm -rf "$work" && ./stack course start 1.1 --folder "$work"
  {
    typed 92 './stack course check 1.1' --folder "$work" || echo
    cp "docs/solutions/$exercise"/* "$work/$exercise"
    typed 92 './stack course check 1.1' --folder "$work"
  } | draw check 92
  planted
  { typed 100 './stack doctor' || true; } | draw doctor 100
)

for part in "$@"; do "$part"; done
