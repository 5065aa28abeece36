#!/usr/bin/env bash
# Makes the pictures of README and docs anew. All of them are real: pages of a stack that ran, seen by the browser of the
# acceptance tests, and terminals in which the commands ran.
#
#   docs/pictures/make.sh [demo|pages|terminals]…    all three unless told; ten minutes
#
# It needs what the acceptance tests need, a JDK and an engine, and `script` (util-linux), which gives a command a
# terminal. Browser, compression and drawing come with docker/test-tools. Its stacks run beside yours.
set -euo pipefail
cd "$(dirname "$0")/../.."
pictures=docs/pictures

setting() { sed -n "s/^$1=//p" .env 2>/dev/null | tail -n 1; }
prefix=${BASE_PREFIX-$(setting BASE_PREFIX)}
bundle=${STACK_CA_BUNDLE-$(setting STACK_CA_BUNDLE)}
docker build --quiet --tag pictures/test-tools:dev --build-arg "BASE_PREFIX=$prefix" \
  --secret "id=ca,src=${bundle:-docker/no-ca-bundle}" docker/test-tools >/dev/null
tool() { docker run --rm --interactive --network none --volume "$PWD:/repository:ro" pictures/test-tools:dev "$@"; }
small() { tool pngquant --speed 1 --strip -; }

# The report of `./stack demo`.
demo() {
  ./stack demo --report target/demo/report.html
  tool bash -c 'chromium --headless --no-sandbox --hide-scrollbars --window-size=760,960 --screenshot=/tmp/report.png \
    file:///repository/target/demo/report.html >&2 && cat /tmp/report.png' | small >"$pictures/demo.png"
}

# What the tests of the pages saw.
pages() {
  ./mvnw -q -B -Dtest=NoUnit -Dit.test='AirflowPageIT,PgAdminPageIT' -Dsurefire.failIfNoSpecifiedTests=false \
    -Dfailsafe.failIfNoSpecifiedTests=false -pl acceptance-tests -am verify
  for page in airflow-dags pgadmin-query; do
    small <"acceptance-tests/target/screenshots/$page.png" >"$pictures/$page.png"
  done
}

# COMMAND OPTION…: runs it in a terminal. Options that only this script needs are not shown.
typed() {
  printf '\033[1m$ %s\033[0m\r\n' "$1"
  script --quiet --return --command "stty cols $columns rows 50; $*" /dev/null </dev/null
}
# NAME: as everywhere in docs, the ports are the usual ones.
draw() { sed 's/:2\(8080\|5050\|5432\)/:\1/' | tool python3 "/repository/$pictures/terminal.py" "$columns" >"$pictures/$1.svg"; }

# In a project of their own; the exercise not in course/, where your work may lie. A drill of yours must be over.
terminals() {
  export COMPOSE_PROJECT_NAME=pictures AIRFLOW_PORT=28080 PGADMIN_PORT=25050 POSTGRES_PORT=25432
  local work=target/pictures exercise=01-images-and-layers/1-order-of-steps
  trap 'docker compose --progress quiet down --volumes --rmi all' EXIT
  columns=110
  typed './stack up' --yes | draw up
  columns=92
  { typed './stack course drill missing-page' --yes; echo; typed './stack course drill check' || true; } | draw drill
  ./stack course drill --undo
  rm -rf "$work" && ./stack course start 1.1 --folder "$work"
  {
    typed './stack course check 1.1' --folder "$work" || echo
    cp "docs/solutions/$exercise"/* "$work/$exercise"
    typed './stack course check 1.1' --folder "$work"
  } | draw check
}

[ $# -gt 0 ] || set -- demo pages terminals
for part in "$@"; do "$part"; done
