"""airflow-init: reach the database, check the Fernet key, bring the schema to this version's head."""

import os
import subprocess
import time
from pathlib import Path

import psycopg2
import undocumented

from datastack import Refused, configuration, fernet_canary

HEAD_FILE = Path("/opt/venv/schema-head")
PATIENCE = 60
PAUSE = 0.5


def prepare(accept_new_key):
    """Everything, in order. The canary comes last: with it a later start knows that the migration was finished."""
    started = time.monotonic()
    fernet_key = configuration.setting("fernet-key", already=os.environ)
    head = HEAD_FILE.read_text(encoding="utf-8").strip()
    connection = connect()
    try:
        intact = fernet_canary.check(connection, fernet_key, accept_new_key)
        if intact and current_revision(connection) == head:
            refuse_unknown(connection)
            print(f"airflow-init: the schema is at {head}, nothing to do ({time.monotonic() - started:.1f} s)")
            return
        migrate()
        refuse_unknown(connection)
        fernet_canary.write(connection, fernet_key)
        print(f"airflow-init: the schema is at {head} now ({time.monotonic() - started:.1f} s)")
    finally:
        connection.close()


def connect(patience=PATIENCE):
    """A connection to Airflow's database. Waits for a server that does not answer yet, not for one that says no."""
    database_url = configuration.setting("database-url", already=os.environ).replace("+psycopg2", "")
    deadline = time.monotonic() + patience
    while True:
        try:
            connection = psycopg2.connect(database_url, connect_timeout=5)
            connection.autocommit = True
            return connection
        except psycopg2.OperationalError as error:
            if says_no(error) or time.monotonic() > deadline:
                raise Refused(explain(str(error).strip(), patience)) from None
            time.sleep(PAUSE)


def says_no(error):
    """Whether waiting is of no use: the server answered, and refused."""
    text = str(error)
    return "authentication failed" in text or "does not exist" in text or "permission denied" in text


def explain(reason, patience):
    """What the driver said, and what it means here."""
    where = f"{configuration.LOGIN}@{configuration.HOST}:{configuration.PORT}/{configuration.METADATA}"
    if "authentication failed" in reason:
        return (
            f"PostgreSQL refused the password of {where}. It sets the passwords from the secrets volume at each of "
            "its starts, so start it anew: docker compose restart postgres, then docker compose up -d"
        )
    if "does not exist" in reason or "permission denied" in reason:
        return (
            f"PostgreSQL answered at {where}, but: {reason}. The data directory was made without this stack's "
            "set-up. See docker compose logs postgres; docker compose down --volumes starts anew and deletes all data"
        )
    return (
        f"no connection to {where} in {patience} s; the last answer was: {reason}. "
        "See docker compose ps postgres and docker compose logs postgres"
    )


def current_revision(connection):
    """The revision the database is at, or None when it has no schema yet."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('public.alembic_version') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return None
        cursor.execute("SELECT version_num FROM public.alembic_version")
        row = cursor.fetchone()
        return row and row[0]


def refuse_unknown(connection):
    """The tables are Airflow's own, and a version may change them. Better no start than a wrong answer later."""
    if missing := undocumented.missing_column(connection):
        raise Refused(missing)


def migrate():
    """Airflow's own migration, with its output."""
    done = subprocess.run(["/opt/venv/bin/airflow", "db", "migrate"], check=False)
    if done.returncode != 0:
        raise Refused(
            f"`airflow db migrate` ended with {done.returncode}; its reason is above. "
            "It can be run again at any time: docker compose up -d airflow-init"
        )
