#!/bin/sh
# Stands for a download from a service that asks for a token. Its argument is the file that holds the token.
set -eu
case $(cat "$1") in
  tok-*) echo '2013,336776 flights' ;;
  *) echo 'fetch: the service refuses the token' >&2 && exit 1 ;;
esac
