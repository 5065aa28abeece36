# shellcheck shell=bash
# shellcheck disable=SC2154,SC2034 # the variables without an origin here are those of load.sh
# Sourced by load.sh, for its part peers: what others need for the whole of the service's work, into the same final state.
# Gzip in; types and rules checked; rejects and duplicates kept; members inferred; a partition with its unique index
# swapped in; the ledger written. All load into warehouse_peer, whose schema the service made, and two months at once.
readonly peers=$here/load/peers
readonly months=(2013-{01,02,03,04,05,06,07,08,09,10,11,12})

peers() {
  start_peers
  # One untimed round for each to be warm, and to be compared with the service's.
  years=1 group='warm-up' round=0
  service 2
  each_peer
  group='One year, into the same final state'
  for round in $(seq "$rounds"); do
    bare 'psql \copy' by_copy "$input/year.csv"
    service 2
    each_peer
  done
}

start_peers() {
  local target=$work/springbatch
  note 'building the peer of Spring Batch'
  "$root/mvnw" -q -B -ntp -f "$peers/springbatch/pom.xml" package -Dtarget="$target" >&2
  # The service is there for the schema, and for what it declares.
  start_service peer 1
  kill "${services[peer]}"
  wait "${services[peer]}" || true
  psql -q -d warehouse_peer -f "$peers/peer.sql" -f "$peers/rules.sql" -f "$peers/sift.sql"
  coproc batch { exec "$java" -Xmx512m -XX:+UseSerialGC -cp "$target/classes:$target/lib/*" peer.Peer \
    "jdbc:postgresql://127.0.0.1:$port/warehouse_peer?user=postgres" "$input/months" "${months[@]}" \
    2>"$work/spring_batch.log"; }
  services[peer]=$!
}

by_psql() { "$peers/by_psql.sh" warehouse_peer "$input/months" "${months[@]}"; }
by_polars() {
  "$work/venv/bin/python" "$peers/by_polars.py" "${url%bare}warehouse_peer" "$input/months" "${months[@]}"
}
by_spring_batch() {
  local seconds
  echo go >&"${batch[1]}"
  read -r seconds <&"${batch[0]}" || { cat "$work/spring_batch.log" >&2; return 1; }
  echo "$seconds"
}

each_peer() {
  peer 'gunzip, \copy and SQL' by_psql
  peer 'Polars and ADBC' by_polars
  peer 'Spring Batch' by_spring_batch
}

# peer NAME WAY: a year by it.
peer() {
  local before busy
  note "$group, round $round: $1"
  psql -q -d warehouse_peer -f "$here/load/empty.sql"
  before=$(container_cpu "$server") busy=$(process_cpu "${services[peer]}")
  timed "$2"
  # Bash sees the CPU time of its children once they have ended, and Spring Batch stays.
  [ "$2" != by_spring_batch ] || client=$(minus "$(process_cpu "${services[peer]}")" "$busy")
  record "$1" "$(minus "$(container_cpu "$server")" "$before")"
  [ "$round" -gt 0 ] || require_same "$1"
}

# The service's warehouse was loaded a moment ago, in the same round.
require_same() {
  psql -qAt -d warehouse_2 -f "$peers/same.sql" >"$work/same_service"
  psql -qAt -d warehouse_peer -f "$peers/same.sql" >"$work/same_peer"
  diff "$work/same_service" "$work/same_peer" >&2 || fail "$1 left another state behind than the service, see above"
}
