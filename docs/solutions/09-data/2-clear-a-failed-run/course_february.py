"""Exercise 9.2: loads the flights of February 2014, once. Clear the run to load them again."""

from datetime import datetime, timezone

import warehouse
from airflow.sdk import dag, task


@dag(
    dag_id="course_february",
    schedule="@once",
    start_date=datetime(2014, 2, 1, tzinfo=timezone.utc),
    is_paused_upon_creation=False,
    default_args=warehouse.RETRIES,
    doc_md=__doc__,
    tags=["course"],
)
def course_february():
    @task.sensor(**warehouse.WAIT)
    def load(dag_run, task_state_store):
        return warehouse.load(("flights",), "2014-02", dag_run, task_state_store)

    load()


course_february()
