"""Airflow imports this file at the start of each of its processes.

The scheduler forks its workers, and a worker forks a process for each task. What the scheduler has imported, a task
need not: this takes half a second of CPU from every task that speaks SQL. It adds nothing where no tasks are started.
"""

import sys

if "scheduler" in sys.argv:
    import airflow.providers.common.sql.operators.sql
    import airflow.providers.postgres.hooks.postgres
    import airflow.providers.standard.decorators.sensor  # noqa: F401
