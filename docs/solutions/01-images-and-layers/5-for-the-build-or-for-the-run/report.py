"""Prints the distance from New York to San Francisco in the unit that the environment asks for."""

import os

MILES = 2586
unit = os.environ["UNIT"]
distance = {"km": round(MILES * 1.609344), "miles": MILES}[unit]
print(f"JFK to SFO: {distance} {unit}")
