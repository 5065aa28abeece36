#!/bin/sh
# What you type for exercise 9.2. Run it at the root of the clone: sh course/09-data/2-clear-a-failed-run/commands.sh
# $(dirname "$0") is the folder of this file.

# TODO: copy course_february.py to docker/airflow/dags. The run fails. Read why in Airflow, remove the cause, and clear the
# run. When it has succeeded, clear it once more.
