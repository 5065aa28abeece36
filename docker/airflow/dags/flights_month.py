"""One month of flights and weather. Airflow catches up from January to December 2013 by itself.

`load` asks etl-service for both files of the month and waits without a slot, `check_flights` looks at the values,
`compare_with_ledger` at the rows of both tables. Its success is the news that the month is there, and starts `marts`.
Clear a run to load its month again: a load replaces the whole month.
"""

from datetime import datetime, timezone

import warehouse
from airflow.providers.common.sql.operators.sql import SQLColumnCheckOperator, SQLTableCheckOperator
from airflow.sdk import CronDataIntervalTimetable, dag, task
from airflow.sdk.exceptions import AirflowFailException

# Local dates, because the tables are partitioned by them. A month in UTC would contain other flights.
MONTH = "{column} >= '{{{{ data_interval_start | ds }}}}' AND {column} < '{{{{ data_interval_end | ds }}}}'"
FLIGHTS = MONTH.format(column="flight_date")
WEATHER = MONTH.format(column="weather_date")

# bool_and ignores missing values (NULL). Units: Fahrenheit, percent, inches, miles per hour.
PLAUSIBLE = "bool_and(temp BETWEEN -40 AND 120 AND humid BETWEEN 0 AND 100 AND precip >= 0 AND wind_speed <= 150)"
NOT_NULL = {"null_check": {"equal_to": 0}}


def between(lowest, highest):
    return {"min": {"geq_to": lowest}, "max": {"leq_to": highest}}


@dag(
    dag_id="flights_month",
    schedule=CronDataIntervalTimetable("@monthly", timezone="UTC"),
    start_date=datetime(2013, 1, 1, tzinfo=timezone.utc),
    end_date=datetime(2013, 12, 31, tzinfo=timezone.utc),
    catchup=True,
    # More than the number of task slots: a run that waits for its load uses none.
    max_active_runs=6,
    is_paused_upon_creation=False,
    # Retry if the query failed; if it found bad rows, it would find them again.
    default_args={**warehouse.RETRIES, "conn_id": warehouse.CONNECTION, "retry_on_failure": False},
    doc_md=__doc__,
    tags=["warehouse"],
)
def flights_month():
    @task.sensor(**warehouse.WAIT)
    def load(dag_run, task_state_store):
        if dag_run.data_interval_start is None:
            raise AirflowFailException(
                "This run has no month. Trigger the DAG with a logical date, or clear the run of the month you mean."
            )
        if not warehouse.reference_data_is_there():
            return False
        month = dag_run.data_interval_start.strftime("%Y-%m")
        return warehouse.load(warehouse.FACTS, month, dag_run, task_state_store)

    check_flights = SQLColumnCheckOperator(
        task_id="check_flights",
        table="core.flight",
        partition_clause=FLIGHTS,
        column_mapping={
            "carrier": NOT_NULL,
            "flight": NOT_NULL,
            "origin": NOT_NULL,
            "dest": NOT_NULL,
            "distance": between(1, 6000),
            "dep_delay": between(-120, 2880),
            "arr_delay": between(-180, 2880),
            "air_time": between(1, 1200),
        },
    )
    compare_with_ledger = SQLTableCheckOperator(
        task_id="compare_with_ledger",
        table="etl.load",
        partition_clause="id IN ({{ ti.xcom_pull(task_ids='load') | join(', ') }})",
        checks={
            "every_row_has_a_fate": {"check_statement": "rows_read = rows_loaded + rows_rejected"},
            "flights_are_all_there": {
                "partition_clause": "dataset = 'flights'",
                "check_statement": f"rows_loaded = (SELECT count(*) FROM core.flight WHERE {FLIGHTS})",
            },
            "weather_is_all_there": {
                "partition_clause": "dataset = 'weather'",
                "check_statement": f"rows_loaded = (SELECT count(*) FROM core.weather WHERE {WEATHER})",
            },
            "weather_is_plausible": {"check_statement": f"(SELECT {PLAUSIBLE} FROM core.weather WHERE {WEATHER})"},
        },
        outlets=[warehouse.MONTH_IN_CORE],
    )
    load() >> check_flights >> compare_with_ledger


flights_month()
