"""Exercise 9.4: loads the flights of April and May 2014, and checks whether they are plausible."""

from datetime import datetime, timezone

import warehouse
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

    # TODO: a task that runs after load, and fails when the month has a flight that no airliner can fly.
    load()


course_checked()
