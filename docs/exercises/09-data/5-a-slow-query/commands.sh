#!/bin/sh
# What you type for exercise 9.5. Run it at the root of the clone: sh course/09-data/5-a-slow-query/commands.sh
here=$(dirname "$0")
docker compose exec -T postgres psql -U postgres -d warehouse -q < "$here/setup.sql"
docker compose exec -T postgres psql -U postgres -d warehouse < "$here/query.sql"
docker compose exec -T postgres psql -U postgres -d warehouse < "$here/index.sql"
docker compose exec -T postgres psql -U postgres -d warehouse < "$here/query.sql"
