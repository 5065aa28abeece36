#!/bin/sh
# Removes what exercise 9.5 has put into the stack. Run it at the root of the clone.
docker compose exec -T postgres psql -U postgres -d warehouse -q -c "DROP SCHEMA IF EXISTS course CASCADE"
