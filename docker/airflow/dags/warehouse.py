"""How the DAGs talk to etl-service: through its ledger, the table etl.load of the warehouse. There is no other door.

A task of theirs requests its loads and looks every now and then whether they are done. It is a sensor in the mode
`reschedule`: between two looks it is no process, and others have its slot. What it has requested it keeps in Airflow's
store for the state of a task, because its next look is another process.
"""

from datetime import timedelta

from airflow.sdk import Asset, PokeReturnValue
from airflow.sdk.exceptions import AirflowFailException
from orchestrator import cure

CONNECTION = "warehouse"
REFERENCE = ("airlines", "airports", "planes", "timezones")
FACTS = ("flights", "weather")
EVERYTHING = "all"

MONTH_IN_CORE = Asset("month_in_core")

# Retries for temporary problems, such as a restart of the database or a busy machine: after 3 seconds, then with a
# delay that doubles each time, up to 2 minutes. That is eleven minutes in total. A failed load raises
# AirflowFailException, which prevents retries: etl-service has already retried it.
RETRIES = {
    "retries": 10,
    "retry_delay": timedelta(seconds=3),
    "retry_exponential_backoff": 2.0,
    "max_retry_delay": timedelta(minutes=2),
    "execution_timeout": timedelta(minutes=15),
}

# A load takes a second or two, and each poke starts a process. So the second poke follows after three to five seconds,
# and later ones at increasing intervals of up to half a minute. Waiting is not an error and uses none of the retries
# above.
WAIT = {
    "mode": "reschedule",
    "poke_interval": timedelta(seconds=6),
    "exponential_backoff": True,
    "max_wait": timedelta(seconds=30),
    "timeout": timedelta(hours=2),
}

# One statement in one transaction: either all loads are requested, or none.
REQUEST = "SELECT etl.request_load(dataset, %s, %s) FROM unnest(%s::text[]) AS wanted(dataset)"
LOADS = """
    SELECT id, dataset, period, status, error FROM etl.load WHERE id = ANY(%s::bigint[]) AND period = %s ORDER BY id
"""
MISSING = """
    SELECT wanted.dataset, coalesce(last.status, 'never requested'), last.error
      FROM unnest(%s::text[]) AS wanted(dataset)
      LEFT JOIN LATERAL (SELECT status, error FROM etl.load
                          WHERE dataset = wanted.dataset AND period = 'all' ORDER BY id DESC LIMIT 1) AS last ON true
     WHERE NOT EXISTS (SELECT FROM etl.load WHERE dataset = wanted.dataset AND status = 'done')
"""


def load(datasets, period, dag_run, store):
    """One look at the loads: true when all are done. The first look requests them, one a dataset; a name alone will do."""
    ids = store.get("loads")
    if ids is None:
        ids = _request([datasets] if isinstance(datasets, str) else datasets, period, f"{dag_run.dag_id}/{dag_run.run_id}")
        store.set("loads", ids)
    loads = _ask(LOADS, ids, period)
    if len(loads) < len(ids):
        # A warehouse that was restored from a backup may be older than the request, and give its ids to others.
        store.clear()
        return _not_yet([f"the ledger does not have all of the loads {ids}, so they are requested again"], cure("loads"))
    if failed := [row for row in loads if row[3] == "failed"]:
        # Deleted, so that this task requests the load again if it is cleared.
        store.clear()
        raise AirflowFailException(_failure(*failed[0]))
    waiting = [f"load {load_id} ({name} {period}) is {status}" for load_id, name, _, status, _ in loads if status != "done"]
    if waiting:
        return _not_yet(waiting, cure("loads"))
    store.clear()
    return PokeReturnValue(is_done=True, xcom_value=ids)


def reference_data_is_there():
    """Facts refer to airlines, airports and planes, and airports to time zones, so these come first."""
    missing = [f"{name} is {status}" + (f" ({error})" if error else "") for name, status, error in _ask(MISSING, list(REFERENCE))]
    return not missing or _not_yet(missing, f"the DAG reference_data; {cure('loads')}")


def _ask(sql, *parameters):
    # Here and not at the top: the DAG processor would import the driver at every parse.
    from airflow.providers.postgres.hooks.postgres import PostgresHook

    return PostgresHook(CONNECTION).get_records(sql, parameters)


def _request(datasets, period, requested_by):
    ids = [load_id for (load_id,) in _ask(REQUEST, period, requested_by, list(datasets))]
    print(f"Loads {ids}: {', '.join(datasets)} {period}, requested by {requested_by}")
    return ids


def _not_yet(waiting, look_at):
    print(f"Not yet: {'; '.join(waiting)}. If it takes long, look at: {look_at}")
    return False


def _failure(load_id, dataset, period, _, error):
    return (
        f"Load {load_id} ({dataset} {period}) failed: {error}. "
        f"Rows it rejected: SELECT * FROM etl.reject WHERE load_id = {load_id}; the rest of the story: {cure('loads')}. "
        "When the cause is gone, clear this task, and it loads again."
    )
