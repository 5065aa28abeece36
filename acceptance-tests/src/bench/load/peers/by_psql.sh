#!/usr/bin/env bash
# Months by gunzip, \copy and SQL, a transaction each, two at once: by_psql.sh DATABASE FOLDER MONTH…
# A line that COPY cannot read is skipped with a notice; then skipped.sh finds it in the file.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
readonly here database=$1 folder=$2
readonly in_file='year, month, day, dep_time, sched_dep_time, dep_delay, arr_time, sched_arr_time, arr_delay, carrier,
  flight, tailnum, origin, dest, air_time, distance, hour, minute, time_hour'
months=("${@:3}")
notices=$(mktemp -d)
trap 'rm -rf "$notices"' EXIT

# script MONTH NOTICES: a month's statements. FREEZE, because the table is new; HEADER MATCH, because order matters.
script() {
  local file=$folder/flights-$1.csv.gz digest
  digest=$(sha256sum "$file")
  cat <<SQL
BEGIN;
SELECT peer.begin('$1', peer.raw_columns('$1')) AS load_id \gset
\copy core.flight_${1/-/_}_fresh (${in_file//$'\n'/}) FROM PROGRAM 'gunzip -c $file' (FORMAT csv, HEADER MATCH, NULL 'NA', FREEZE, ON_ERROR ignore, LOG_VERBOSITY verbose)
\set stored :ROW_COUNT
\set skipped \`test -s $2 && echo 1 || echo 0\`
\if :skipped
\copy peer.skipped (line, column_name, raw) FROM PROGRAM '$here/skipped.sh $2 $file'
UPDATE peer.skipped SET load_id = :load_id WHERE load_id IS NULL;
\endif
SELECT peer.sift(:load_id, :stored, '${file##*/}', '${digest%% *}');
COMMIT;
SQL
}

# session FIRST: every second month in one session. The sort and the hash of a month need more than 4 MB.
session() {
  # shellcheck disable=SC2094 # the name of the notices is written here, not what is in them
  {
    echo "SET work_mem = '32MB'; SET client_min_messages = notice;"
    for ((i = $1; i < ${#months[@]}; i += 2)); do script "${months[i]}" "$notices/$1"; done
  } | psql -qAt -d "$database" -v ON_ERROR_STOP=1 -f - >/dev/null 2>"$notices/$1" || { cat "$notices/$1" >&2; exit 1; }
}

session 0 &
first=$!
session 1
wait "$first"
