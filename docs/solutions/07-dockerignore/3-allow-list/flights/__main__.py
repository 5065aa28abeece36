"""Prints how many flights of each airport were on time."""

import csv
import pathlib

from flights.delays import on_time

with open(pathlib.Path(__file__).with_name("delays.csv"), newline="") as file:
    rows = list(csv.DictReader(file))

for airport in sorted({row["origin"] for row in rows}):
    late = [int(row["minutes"]) for row in rows if row["origin"] == airport]
    print(f"{airport}: {on_time(late)} of {len(late)} on time")
