#!/bin/sh
# Takes away what start.sh made. The visits go too.
set -eu
docker rm --force course-web course-flights
docker network rm course-page
docker volume rm course-visits
