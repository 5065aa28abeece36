#!/bin/sh
# What you type for exercise 9.3. Run it at the root of the clone: sh course/09-data/3-a-rejected-row/commands.sh
here=$(dirname "$0")
gzip --stdout "$here/flights-2014-03.csv" > data/nycflights13/flights-2014-03.csv.gz
./stack etl load flights 2014-03

# TODO: find the rejected rows, correct flights-2014-03.csv, and load it again.
