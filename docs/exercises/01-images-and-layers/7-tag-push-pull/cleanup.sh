#!/bin/sh
# Removes what commands.sh has made. The registry's images go with its container.
docker rm --force course-registry course-pulled
for image in course-report $(docker images --quiet 127.0.0.1:18017/reports/january); do
  docker rmi --force "$image"
done
