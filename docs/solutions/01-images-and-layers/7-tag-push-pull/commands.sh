#!/bin/sh
# What is typed for exercise 1.7, line by line.
docker rm --force course-registry course-pulled

# A registry of your own, on this machine alone.
docker run --detach --name course-registry --init --publish 127.0.0.1:18017:5000 \
  --volume "$PWD/registry.py:/registry.py:ro" "${BASE_PREFIX}python:3.13-slim-trixie" python /registry.py

docker build --build-arg BASE_PREFIX --tag course-report .

# The part before the first slash is the registry, the part behind the colon the tag.
docker tag course-report 127.0.0.1:18017/reports/january:1.0
docker push 127.0.0.1:18017/reports/january:1.0

docker rmi course-report 127.0.0.1:18017/reports/january:1.0
docker run --name course-pulled 127.0.0.1:18017/reports/january:1.0
