#!/usr/bin/env bash
# A new data directory: its server listens on the socket alone until this is done.
set -euo pipefail
psql --no-psqlrc --username "$POSTGRES_USER" --dbname postgres -f /etc/stack/roles.sql
