#!/bin/sh
# Starts the page and what it needs. To be run in this folder.
set -eu
image="${BASE_PREFIX:-}python:3.13-slim-trixie"

docker network create course-page
docker volume create course-visits

docker run --detach --name course-flights --init --restart unless-stopped \
  --network course-page --network-alias flights \
  --volume "$PWD/flights:/srv:ro" \
  "$image" python -m http.server 8000 --directory /srv

docker run --detach --name course-web --init --restart unless-stopped \
  --network course-page \
  --publish 127.0.0.1:18051:8080 \
  --env FLIGHTS_URL=http://flights:8000/flights.txt \
  --volume course-visits:/data \
  --volume "$PWD/web.py:/app/web.py:ro" \
  "$image" python /app/web.py
