#!/bin/sh
# What you type for exercise 0.2. It starts a container that may take all of this machine, as root.
docker rm --force course-limited

# TODO: 64 MB of memory, half a CPU, no more than 20 processes, and a user who is not root. Options stand before the image.
docker run --detach --name course-limited \
  "${BASE_PREFIX}debian:trixie-slim" sleep infinity
