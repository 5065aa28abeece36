#!/usr/bin/env bash
# For a new data directory: the server listens only on the socket until this is done.
set -euo pipefail
psql --no-psqlrc --username "$POSTGRES_USER" --dbname postgres -f /etc/stack/roles.sql
