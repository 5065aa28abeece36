"""What this stack uses of Airflow although no page of its documentation promises it: all of it, in one place.

An upgrade may take any of it away without a word. So each part looks for what it needs when it starts, and a start that
misses something ends with a sentence, instead of a traceback hours later, or of silence.
"""

KNOWN = "3.3.2"
"""The version of Airflow that has all of this."""

# Of LocalExecutor, for bounded_executor.py: of the class, and of one that was made.
INHERITED = {
    "slots_available": "the scheduler asks it before it queues a task, and while the web server is silent it is 0",
}
MADE = {
    "queued_tasks": "what is to start, by its key",
    "event_buffer": "what has ended, by its key, until the scheduler fetches it",
}

# Of the web server: execution_api.py looks at it, and so does the web server's health check.
HEALTH_PAGE = "health", "it answers as soon as tasks may start"

# Of the metadata database, for fernet_canary.py and for the command `stack`, which shows runs while the web server is gone.
COLUMNS = {
    "alembic_version": "version_num",
    "connection": "conn_id password is_encrypted extra is_extra_encrypted",
    "variable": "key val is_encrypted",
    "dag_run": "id dag_id run_id state run_after",
    "task_instance": "id dag_id run_id task_id state try_number max_tries end_date",
    "task_reschedule": "ti_id",
}


def sentence(owner, name, use):
    return (
        f"{owner} has no `{name}` any more ({use}). This stack knows Airflow {KNOWN}: go back to that version in "
        "docker/airflow/requirements.in, or teach docker/airflow/image/config/undocumented.py the new one"
    )


def require(parts, executor):
    """Ends the scheduler, while it makes its executor: later Airflow takes a SystemExit for an end that somebody wished.

    An Exception would show where it was raised, and bury the sentence.
    """
    for name, use in parts.items():
        if not hasattr(executor, name):
            raise SystemExit(f"airflow did not start: {sentence('LocalExecutor', name, use)}")


def missing_column(connection):
    """A sentence about the first column that is not there, or None."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'")
        found = set(cursor.fetchall())
    for table, columns in COLUMNS.items():
        for column in columns.split():
            if (table, column) not in found:
                return sentence(f"Airflow's table {table}", column, "this stack reads it")
    return None
