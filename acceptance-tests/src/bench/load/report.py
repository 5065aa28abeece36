"""Prints the tables of docs/benchmarks.md out of the rounds: report.py ROUNDS

A line of ROUNDS: group, round, way, wall seconds, CPU seconds of the client, CPU seconds of the server.
"""

import sys
from collections import defaultdict
from statistics import median

BASE = r"psql \copy"
SERVICE = "this service, 2 workers"


def read(file: str) -> dict[str, dict[str, dict[int, tuple[float, ...]]]]:
    groups: dict = defaultdict(lambda: defaultdict(dict))
    for line in open(file):
        group, number, way, *seconds = line.rstrip("\n").split("\t")
        groups[group][way][int(number)] = tuple(map(float, seconds))
    return groups


def spread(values: list[float]) -> str:
    return f"{median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


for group, ways in read(sys.argv[1]).items():
    print(f"\n{group}\n")
    print(f"| way | rounds | × {BASE}, median (spread) | seconds, median (spread) | CPU-s client | CPU-s server |")
    print("|---|---|---|---|---|---|")
    for way, rounds in ways.items():
        # Each round against the base of the same round: what slows the machine down slows both.
        ratios = [ways[BASE][number][0] / wall for number, (wall, _, _) in rounds.items()]
        wall, client, server = zip(*rounds.values())
        print(f"| {way} | {len(rounds)} | {spread(ratios)} | {spread(list(wall))} "
              f"| {median(client):.2f} | {median(server):.2f} |")
    print()
    for way, rounds in ways.items():
        if way != BASE and not way.startswith("this service"):
            times = [wall / ways[SERVICE][number][0] for number, (wall, _, _) in rounds.items()]
            print(f"{SERVICE}, against {way}: {spread(times)} × as fast")
