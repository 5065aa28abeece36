"""Exercise 9.1: loads the flights of January 2014, once."""

from datetime import datetime, timezone

import warehouse
from airflow.sdk import dag, task


@dag(
    dag_id="course_january",
    # It runs once, as soon as Airflow has found this file. Clear the run to load the month again.
    schedule="@once",
    start_date=datetime(2014, 1, 1, tzinfo=timezone.utc),
    is_paused_upon_creation=False,
    default_args=warehouse.RETRIES,
    doc_md=__doc__,
    tags=["course"],
)
def course_january():
    # A sensor is called again and again until it returns True.
    @task.sensor(**warehouse.WAIT)
    def load(dag_run, task_state_store):
        # TODO: request the load of the flights of 2014-01, and wait until it is done.
        return True

    load()


course_january()
