#!/usr/bin/env bash
# Runs guard.sql next to the server, as long as the container runs. start.sh starts it.
export PGAPPNAME=guard
while true; do
  # Print nothing before the server is up, or when it closes the session: the server's own log reports that.
  psql --no-psqlrc --username postgres --dbname postgres -f /etc/stack/guard.sql 2>/dev/null
  sleep 5
done
