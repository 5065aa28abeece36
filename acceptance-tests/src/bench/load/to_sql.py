"""Loads a CSV file into the bare table by pandas: to_sql.py FILE DATABASE_URL. Prints the seconds it took."""

import sys
from time import perf_counter

import pandas
from sqlalchemy import create_engine

file, url = sys.argv[1:]
engine = create_engine(url)
engine.connect().close()

begun = perf_counter()
frame = pandas.read_csv(file, na_values=["NA"], parse_dates=["time_hour"])
with engine.begin() as connection:
    frame.to_sql("bare", connection, if_exists="append", index=False)
print(f"{perf_counter() - begun:.3f}")
