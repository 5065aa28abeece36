#!/usr/bin/env bash
# Runs guard.sql beside the server, for as long as the container lives. start.sh begins it.
export PGAPPNAME=guard
while true; do
  # Until the server is up, and when it ends the session, there is nothing to say: its own log says it.
  psql --no-psqlrc --username postgres --dbname postgres -f /etc/stack/guard.sql 2>/dev/null
  sleep 5
done
