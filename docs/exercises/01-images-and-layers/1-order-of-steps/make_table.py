"""Works out the distance between every two airports. It stands for a slow step, such as an installation of packages."""

import csv
import itertools
import math

EARTH_KM = 6371


def distance(one, other):
    lat1, lon1, lat2, lon2 = map(math.radians, (one[1], one[2], other[1], other[2]))
    part = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(part))


with open("airports.csv", newline="") as file:
    airports = [(row["faa"], float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)]

with open("distances.csv", "w", newline="") as file:
    writer = csv.writer(file)
    for one, other in itertools.permutations(airports, 2):
        writer.writerow((one[0], other[0], round(distance(one, other))))
