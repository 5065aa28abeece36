"""Counts visits in a file of the volume, and prints how many there were."""

import pathlib

count = pathlib.Path("/data/visits")
visits = int(count.read_text()) + 1 if count.exists() else 1
count.write_text(str(visits))
print(f"visit number {visits}")
