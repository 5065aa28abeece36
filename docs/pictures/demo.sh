#!/bin/sh
# demo.sh: takes the picture of the demo's report that the README shows. Needs a Chromium ($CHROMIUM) and a JDK.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
"$root/stack" demo --report "$root/target/demo/report.html"
"${CHROMIUM:-chromium}" --headless --no-sandbox --hide-scrollbars --window-size=760,960 \
  --screenshot="$root/docs/pictures/demo.png" "file://$root/target/demo/report.html"
