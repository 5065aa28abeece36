#!/bin/sh
# What you type for exercise 1.7, line by line.
docker rm --force course-registry course-pulled

# A registry of your own, on this machine alone.
docker run --detach --name course-registry --init --publish 127.0.0.1:18017:5000 \
  --volume "$PWD/registry.py:/registry.py:ro" "${BASE_PREFIX}python:3.13-slim-trixie" python /registry.py

docker build --build-arg BASE_PREFIX --tag course-report .

# TODO: give the image a name that says where it belongs: the registry 127.0.0.1:18017, reports/january, version 1.0.
# TODO: push it.
# TODO: remove both names here, and run the image as a container with the name course-pulled. Where does it come from now?
