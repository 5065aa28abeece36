"""How the DAGs talk to etl-service: through its ledger, the table etl.load of the warehouse. There is no other door."""

import time
from contextlib import closing
from datetime import timedelta

from airflow.sdk import Asset
from airflow.sdk.exceptions import AirflowFailException

CONNECTION = "warehouse"
REFERENCE = ("airlines", "airports", "planes", "timezones")
FACTS = ("flights", "weather")
EVERYTHING = "all"

MONTH_IN_CORE = Asset("month_in_core")

# For what passes by itself, such as a restart of the database, or a machine too busy to answer in time: again after 3
# seconds, then after twice as long each time, 2 minutes at most. That is eleven minutes in all. A load that failed
# raises AirflowFailException, which no retry follows: etl-service has tried it again already.
RETRIES = {
    "retries": 10,
    "retry_delay": timedelta(seconds=3),
    "retry_exponential_backoff": 2.0,
    "max_retry_delay": timedelta(minutes=2),
    "execution_timeout": timedelta(minutes=15),
}

POLL_SECONDS = 0.25
LOAD_PATIENCE = 600
REFERENCE_PATIENCE = 300

REQUEST = "SELECT etl.request_load(%s, %s, %s)"
LOADS = "SELECT id, dataset, period, status, error FROM etl.load WHERE id = ANY(%s::bigint[]) ORDER BY id"
MISSING = """
    SELECT wanted.dataset, coalesce(last.status, 'never requested'), last.error
      FROM unnest(%s::text[]) AS wanted(dataset)
      LEFT JOIN LATERAL (SELECT status, error FROM etl.load
                          WHERE dataset = wanted.dataset AND period = 'all' ORDER BY id DESC LIMIT 1) AS last ON true
     WHERE NOT EXISTS (SELECT FROM etl.load WHERE dataset = wanted.dataset AND status = 'done')
"""


def load(datasets, period, requested_by):
    """Requests one load a dataset and waits until all are done. Returns their ids in the ledger."""
    with closing(_connect()) as connection, closing(connection.cursor()) as cursor:
        ids = [_request(cursor, dataset, period, requested_by) for dataset in datasets]
        _wait(lambda: _finished(cursor, ids), LOAD_PATIENCE, "docker compose ps etl-service")
        return ids


def wait_for_reference_data():
    """Facts refer to airlines, airports and planes, and airports to time zones, so these come first."""
    with closing(_connect()) as connection, closing(connection.cursor()) as cursor:
        _wait(lambda: _missing_reference(cursor), REFERENCE_PATIENCE, "the DAG reference_data")


def _connect():
    # Here and not at the top: the DAG processor would import the driver at every parse.
    from airflow.providers.postgres.hooks.postgres import PostgresHook

    connection = PostgresHook(CONNECTION).get_conn()
    connection.autocommit = True
    return connection


def _request(cursor, dataset, period, requested_by):
    cursor.execute(REQUEST, (dataset, period, requested_by))
    (load_id,) = cursor.fetchone()
    print(f"Load {load_id}: {dataset} {period}, requested by {requested_by}")
    return load_id


def _wait(still_waiting_for, patience, look_at):
    """Polls until the function has nothing left to name."""
    deadline = time.monotonic() + patience
    while waiting := still_waiting_for():
        if time.monotonic() > deadline:
            raise TimeoutError(
                f"After {patience} s still not done: {'; '.join(waiting)}. Look at: {look_at}; "
                "docker compose logs etl-service. This task tries again by itself for a while; later, clear it."
            )
        time.sleep(POLL_SECONDS)


def _finished(cursor, ids):
    cursor.execute(LOADS, (ids,))
    rows = cursor.fetchall()
    for load_id, dataset, period, status, error in rows:
        if status == "failed":
            raise AirflowFailException(
                f"Load {load_id} ({dataset} {period}) failed: {error}. "
                f"Rows it rejected: SELECT * FROM etl.reject WHERE load_id = {load_id}; the rest of the story: "
                "docker compose logs etl-service. When the cause is gone, clear this task, and it loads again."
            )
    return [f"load {row[0]} ({row[1]} {row[2]}) is {row[3]}" for row in rows if row[3] != "done"]


def _missing_reference(cursor):
    cursor.execute(MISSING, (list(REFERENCE),))
    return [f"{dataset} is {status}" + (f" ({error})" if error else "") for dataset, status, error in cursor.fetchall()]
