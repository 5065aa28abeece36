#!/bin/sh
# What is typed for exercise 0.2. The options of docker run stand before the image, the program and its words behind it.
docker rm --force course-limited

docker run --detach --name course-limited \
  --memory 64m --cpus 0.5 --pids-limit 20 --user 10001 --read-only \
  "${BASE_PREFIX}debian:trixie-slim" sleep infinity
