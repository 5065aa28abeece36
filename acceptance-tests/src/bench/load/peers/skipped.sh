#!/usr/bin/env bash
# The lines that COPY skipped, for by_psql.sh: skipped.sh NOTICES FILE.gz prints number, column and text, and empties the
# notices. They read: skipping row due to data type incompatibility at line 10 for column "dep_time": "x1"
set -euo pipefail
gunzip -c "$2" | awk -v OFS='\t' '
  NR == FNR {
    if (match($0, /at line [0-9]+ for column "[a-z_]+"/)) {
      split(substr($0, RSTART, RLENGTH), word, /[ "]/)
      column[word[3]] = word[7]
    }
    next
  }
  FNR in column { gsub(/\\/, "\\\\"); print FNR, column[FNR], $0 }' "$1" -
: >"$1"
