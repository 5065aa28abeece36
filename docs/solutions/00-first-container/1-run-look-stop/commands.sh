#!/bin/sh
# What is typed for exercise 0.1, line by line.
docker rm --force course-first

docker run --detach --name course-first "${BASE_PREFIX}debian:trixie-slim" sh -c 'echo "336776 flights"; exec sleep infinity'

docker exec course-first sh -c 'echo "written by hand" > /tmp/note'
