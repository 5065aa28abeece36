#!/bin/sh
# Stands for a download of 40 MB, which needs a network. The one line of it that the image needs is the last one.
set -eu
[ "$(wc -l </proc/net/route)" -gt 1 ] || { echo 'fetch: no network' >&2 && exit 1; }
head -c 40000000 /dev/urandom >"$1"
printf '\nversion 3.2 of the timetable\n' >>"$1"
