"""Prints the carriers with the most flights in the first week of 2013."""

import csv

with open("carriers.csv", newline="") as file:
    rows = [(int(row["flights"]), row["carrier"]) for row in csv.DictReader(file)]

for flights, carrier in sorted(rows, reverse=True)[:3]:
    print(f"{carrier}: {flights} flights")
