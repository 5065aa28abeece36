#!/usr/bin/env bash
# What the tests need and a developer's machine lacks.
#
#   tools.sh browser           headless Chromium; its DevTools on port 9223
#   tools.sh listen PORT       answers every connection with one line
#   tools.sh COMMAND …         a linter, or anything else of this image
set -euo pipefail

case ${1:?usage: tools.sh browser | listen PORT | COMMAND …} in
  browser)
    # Chromium binds its DevTools to its own loopback, whatever address it is given.
    socat TCP-LISTEN:9223,fork,reuseaddr TCP:127.0.0.1:9222 &
    # --no-sandbox: its sandbox needs user namespaces, which the container's own confinement refuses.
    exec chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run \
      --disable-background-networking --disable-component-update --disable-sync --metrics-recording-only \
      --user-data-dir=/tmp/profile --remote-debugging-port=9222 --window-size=1440,900 about:blank
    ;;
  listen) exec socat "TCP-LISTEN:${2:?port},fork,reuseaddr" SYSTEM:'echo reached' ;;
  *) exec "$@" ;;
esac
