"""Prints the longest ways. This is the file that is worked on every day."""

import csv

with open("distances.csv", newline="") as file:
    rows = [(int(km), one, other) for one, other, km in csv.reader(file)]

for km, one, other in sorted(rows, reverse=True)[:3]:
    print(f"{one} to {other}: {km} km")
