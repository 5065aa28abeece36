"""Exercise 9.4: loads the flights of April and May 2014, and checks whether they are plausible."""

from datetime import datetime, timezone

import warehouse
from airflow.providers.common.sql.operators.sql import SQLTableCheckOperator
from airflow.sdk import CronDataIntervalTimetable, dag, task


@dag(
    dag_id="course_checked",
    # One run for each month between the two dates.
    schedule=CronDataIntervalTimetable("@monthly", timezone="UTC"),
    start_date=datetime(2014, 4, 1, tzinfo=timezone.utc),
    end_date=datetime(2014, 5, 31, tzinfo=timezone.utc),
    catchup=True,
    is_paused_upon_creation=False,
    # No retries: bad rows would be as bad a second time.
    default_args={"conn_id": warehouse.CONNECTION, "retries": 0},
    doc_md=__doc__,
    tags=["course"],
)
def course_checked():
    @task.sensor(**warehouse.WAIT)
    def load(dag_run, task_state_store):
        month = dag_run.data_interval_start.strftime("%Y-%m")
        return warehouse.load(("flights",), month, dag_run, task_state_store)

    check_speed = SQLTableCheckOperator(
        task_id="check_speed",
        table="core.flight",
        partition_clause="flight_date >= '{{ data_interval_start | ds }}' AND flight_date < '{{ data_interval_end | ds }}'",
        # Miles and minutes. With the wind behind it an airliner reaches 700 miles an hour over the ground.
        checks={"no_flight_is_too_fast": {"check_statement": "bool_and(distance * 60 <= air_time * 800)"}},
    )
    load() >> check_speed


course_checked()
