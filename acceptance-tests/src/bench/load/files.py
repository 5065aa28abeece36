"""Makes the input of the load benchmark: files.py REAL_FILES TARGET

TARGET/months/flights-YYYY-MM.csv.gz  2013 to 2022, for the service
TARGET/year.csv, TARGET/decade.csv    the same lines in one plain file, for everything else

The years after 2013 are 2013 again: its local dates in another year, and the hour in UTC computed anew, because the
clocks change on other days. Each month gets seven of its lines a second time, so that something is there to reject.
"""

import gzip
import sys
from datetime import datetime, timezone
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

NEW_YORK = ZoneInfo("America/New_York")
HOUR, TIME_HOUR = 16, 18
REPEATED = 7


@cache
def utc(year: int, month: str, day: str, hour: str) -> str:
    local = datetime(year, int(month), int(day), int(hour), tzinfo=NEW_YORK)
    return local.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def moved(line: str, year: int) -> str:
    fields = line.split(",")
    fields[0] = str(year)
    fields[TIME_HOUR] = utc(year, fields[1], fields[2], fields[HOUR])
    return ",".join(fields)


def month_lines(real: Path, year: int, month: int) -> tuple[str, list[str]]:
    text = gzip.decompress((real / f"flights-2013-{month:02}.csv.gz").read_bytes()).decode()
    header, *lines = text.splitlines()
    lines = [moved(line, year) for line in lines]
    return header, lines + lines[:REPEATED]


def make(real: Path, target: Path) -> None:
    (target / "months").mkdir(parents=True, exist_ok=True)
    with open(target / "year.csv", "w") as one, open(target / "decade.csv", "w") as ten:
        for year in range(2013, 2023):
            for month in range(1, 13):
                header, lines = month_lines(real, year, month)
                text = "\n".join(lines) + "\n"
                packed = gzip.compress(f"{header}\n{text}".encode(), compresslevel=6)
                (target / f"months/flights-{year}-{month:02}.csv.gz").write_bytes(packed)
                for plain in [one, ten] if year == 2013 else [ten]:
                    if plain.tell() == 0:
                        plain.write(header + "\n")
                    plain.write(text)


make(Path(sys.argv[1]), Path(sys.argv[2]))
