"""The rules of etl-service (Flights.java) in Polars."""

from datetime import date

import polars as pl
from polars import col

FIELDS = """year month day dep_time sched_dep_time dep_delay arr_time sched_arr_time arr_delay carrier flight tailnum
origin dest air_time distance hour minute time_hour""".split()
KEY = ["flight_date", "flight", "carrier", "origin"]
CODES = {"carrier": "^[A-Z0-9]{2}$", "origin": "^[A-Z0-9]{3}$", "dest": "^[A-Z0-9]{3}$", "tailnum": "^[A-Z0-9]{2,7}$"}
OPTIONAL = {"dep_time", "dep_delay", "arr_time", "arr_delay", "tailnum", "air_time"}
TEXTS = [*CODES, "time_hour"]
NUMBERS = [field for field in FIELDS if field not in TEXTS]
DAY, HOUR = 86_400_000_000, 3_600_000_000


def read(text: bytes) -> pl.DataFrame:
    """All lines with their numbers, typed; `unread` where a field is not of its type, which must not cost the file."""
    if text[: text.index(b"\n")].decode().split(",") != FIELDS:
        raise ValueError("the header is another")
    types = {field: pl.String if field in TEXTS else pl.Int16 for field in FIELDS}
    unread = pl.lit(False)
    try:
        # To Polars, nothing between two commas is a number that is not known.
        if b",," in text:
            raise pl.exceptions.ComputeError("an empty field")
        frame = pl.read_csv(text, schema=types, null_values="NA")
    except pl.exceptions.ComputeError:
        frame = pl.read_csv(text, infer_schema=False, null_values="NA", empty_string_is_null=False)
        is_number = [col(number).cast(pl.Int16, strict=False).is_not_null() for number in NUMBERS]
        unread = pl.any_horizontal(col(n).is_not_null() & ~good for n, good in zip(NUMBERS, is_number, strict=True))
    return frame.with_row_index("line", offset=2).with_columns(
        unread.alias("unread"),
        col(NUMBERS).cast(pl.Int16, strict=False),
        col("time_hour").str.to_datetime("%Y-%m-%dT%H:%M:%SZ", time_unit="us", time_zone="UTC", strict=False),
    )


def minutes(clock: str) -> pl.Expr:
    return col(clock) // 100 * 60 + col(clock) % 100


def is_no_time(clock: str) -> pl.Expr:
    return ~col(clock).is_between(1, 2400) | (col(clock) % 100 > 59)


def lacks(column: str) -> pl.Expr:
    return col(column).is_null()


def any_of(*conditions: pl.Expr) -> pl.Expr:
    return pl.any_horizontal(*conditions)


def problem(first: date) -> pl.Expr:
    """The first rule that a row breaks, or null."""
    local = col("time_hour").dt.convert_time_zone("America/New_York").dt.replace_time_zone(None).to_physical()
    meant = col("flight_date").to_physical().cast(pl.Int64) * DAY + col("hour").cast(pl.Int64) * HOUR
    return (
        pl.when("unread").then(pl.lit("not-a-number: "))
        .when(any_of(*(lacks(field) for field in FIELDS if field not in OPTIONAL))).then(pl.lit("missing: "))
        .when(any_of(*(~col(code).str.contains(shape) for code, shape in CODES.items()))).then(pl.lit("bad-code: "))
        .when(any_of(
            col("year") != first.year, col("month") != first.month, col("flight_date").dt.month() != first.month,
        )).then(pl.lit("wrong-period: "))
        .when(any_of(
            ~col("flight").is_between(1, 9999), ~col("distance").is_between(1, 12500),
            ~col("air_time").is_between(1, 1440), ~col("dep_delay", "arr_delay").is_between(-180, 2880),
            ~col("hour").is_between(0, 24), ~col("minute").is_between(0, 59),
        )).then(pl.lit("out-of-range: "))
        .when(any_of(*map(is_no_time, ["dep_time", "sched_dep_time", "arr_time", "sched_arr_time"])))
        .then(pl.lit("bad-time: "))
        .when(any_of(
            lacks("dep_time") != lacks("dep_delay"), lacks("arr_delay") != lacks("air_time"),
            ~lacks("arr_time") & lacks("dep_time"), ~lacks("arr_delay") & lacks("arr_time"),
        )).then(pl.lit("pairing: "))
        .when(any_of(
            local != meant, col("sched_dep_time") != col("hour") * 100 + col("minute"),
            (minutes("dep_time") - minutes("sched_dep_time") - col("dep_delay")) % 1440 != 0,
            (minutes("arr_time") - minutes("sched_arr_time") - col("arr_delay")) % 1440 != 0,
        )).then(pl.lit("contradiction: "))
    )
