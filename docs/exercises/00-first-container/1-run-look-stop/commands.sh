#!/bin/sh
# What you type for exercise 0.1, line by line. At the end run all of it: sh commands.sh
docker rm --force course-first

# TODO: it stays in front of you until the program ends, it has a name that nobody chose, and --rm removes it at once.
docker run --rm "${BASE_PREFIX}debian:trixie-slim" echo "336776 flights"

# TODO: a note in the file /tmp/note of the container that runs, with the words: written by hand
