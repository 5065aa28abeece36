"""Prints how many flights left an airport in the first week of 2013: report.py AIRPORT."""

import sys

FLIGHTS = {"EWR": 2211, "JFK": 2170, "LGA": 1718}

airport = sys.argv[1]
if airport not in FLIGHTS:
    sys.exit(f"There is no airport {airport}. Known: {', '.join(FLIGHTS)}.")
print(f"{airport}: {FLIGHTS[airport]} flights")
