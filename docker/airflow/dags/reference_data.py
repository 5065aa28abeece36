"""Airlines, airports, planes and time zones: one file each, loaded once. Clear the run to load them again."""

from datetime import datetime, timezone

import warehouse
from airflow.sdk import dag, task


@dag(
    dag_id="reference_data",
    schedule="@once",
    start_date=datetime(2013, 1, 1, tzinfo=timezone.utc),
    is_paused_upon_creation=False,
    default_args=warehouse.RETRIES,
    doc_md=__doc__,
    tags=["warehouse"],
)
def reference_data():
    @task.sensor(**warehouse.WAIT)
    def load(dag_run, task_state_store):
        return warehouse.load(warehouse.REFERENCE, warehouse.EVERYTHING, dag_run, task_state_store)

    load()


reference_data()
