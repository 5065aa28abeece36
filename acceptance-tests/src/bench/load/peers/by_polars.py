"""Months by Polars, the binary COPY of ADBC and SQL, a transaction each, two at once.

by_polars.py DATABASE_URL FOLDER MONTH… prints the seconds it took, without its start: what Polars makes once is made.
"""

import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import adbc_driver_postgresql.dbapi as postgres
import polars as pl
from polars import col
from rules import CODES, FIELDS, KEY, problem, read

url, folder, *months = sys.argv[1:]


def split(text: bytes, first: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows to load, and the rejects as etl.reject has them."""
    frame = read(text).with_columns(
        flight_date=((first - date(1970, 1, 1)).days - 1 + col("day").cast(pl.Int32)).cast(pl.Date)
    )
    frame = frame.with_columns(reason=problem(first), column_name=pl.lit(None, pl.String))
    whole = frame.filter(col("reason").is_null())
    is_first = whole.select(pl.struct(KEY).is_first_distinct()).to_series()
    good, again = whole.filter(is_first), whole.filter(~is_first)
    earlier = good.join(again, on=KEY, how="semi").select(*KEY, earlier="line")
    key = ", ".join(KEY)
    again = again.join(earlier, on=KEY).with_columns(
        column_name=pl.lit(key), reason=pl.format("duplicate: the same {} as in line {}", pl.lit(key), "earlier")
    )
    columns = ["line", "column_name", "reason"]
    rejects = pl.concat([frame.filter(col("reason").is_not_null()).select(columns), again.select(columns)])
    lines = text.split(b"\n") if len(rejects) else []
    raw = pl.Series("raw", [lines[line - 1].decode() for line in rejects["line"]], pl.String)
    return good.select(*FIELDS, "flight_date"), rejects.with_columns(raw, col("line").cast(pl.Int64))


def checked(month: str) -> tuple[Path, bytes, pl.DataFrame, pl.DataFrame]:
    file = Path(folder) / f"flights-{month}.csv.gz"
    packed = file.read_bytes()
    return file, packed, *split(zlib.decompress(packed, wbits=31), date.fromisoformat(f"{month}-01"))


def load(cursor: postgres.Cursor, month: str) -> None:
    file, packed, good, rejects = checked(month)
    cursor.execute("SELECT peer.begin($1, peer.checked_columns($1))", parameters=(month,))
    load_id = cursor.fetchone()[0]
    rejects = rejects.with_columns(load_id=pl.lit(load_id, pl.Int64))
    cursor.adbc_ingest(f"flight_{month.replace('-', '_')}_fresh", good, mode="append", db_schema_name="core")
    cursor.adbc_ingest("reject", rejects, mode="append", db_schema_name="etl")
    cursor.execute("SELECT peer.add_key($1)", parameters=(month,))
    members = [good[code].unique().drop_nulls().to_list() for code in CODES]
    cursor.execute(
        "SELECT peer.publish($1, $2, $3, $4, $5, $6 || $7, $8)",
        parameters=(load_id, file.name, sha256(packed).hexdigest(), len(good), *members),
    )


def load_all(connection: postgres.Connection, mine: list[str]) -> None:
    with connection.cursor() as cursor:
        for month in mine:
            load(cursor, month)
            connection.commit()


checked(months[0])
with postgres.connect(url) as one, postgres.connect(url) as other, ThreadPoolExecutor(2) as pool:
    begun = perf_counter()
    list(pool.map(load_all, [one, other], [months[::2], months[1::2]]))
    print(f"{perf_counter() - begun:.3f}")
