"""Makes the marts anew whenever a month has arrived in core. Months that arrive close together share one run."""

import warehouse
from airflow.providers.common.sql.operators.sql import SQLExecuteQueryOperator
from airflow.sdk import dag


@dag(
    dag_id="marts",
    schedule=[warehouse.MONTH_IN_CORE],
    max_active_runs=1,
    is_paused_upon_creation=False,
    default_args=warehouse.RETRIES,
    doc_md=__doc__,
    tags=["warehouse"],
)
def marts():
    SQLExecuteQueryOperator(task_id="refresh", conn_id=warehouse.CONNECTION, sql="SELECT mart.refresh()")


marts()
