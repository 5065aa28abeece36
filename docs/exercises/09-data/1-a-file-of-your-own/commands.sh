#!/bin/sh
# What you type for exercise 9.1. Run it at the root of the clone: sh course/09-data/1-a-file-of-your-own/commands.sh
# $(dirname "$0") is the folder of this file.

# TODO: the service reads data/nycflights13/flights-2014-01.csv.gz; you have flights-2014-01.csv.

# TODO: Airflow reads the DAGs in docker/airflow/dags.
