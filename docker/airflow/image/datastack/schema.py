"""airflow-init: reach the database, check the Fernet key, bring the schema to this version's head."""

import os
import re
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import undocumented
from orchestrator import cure

from datastack import Refused, configuration, fernet_canary

HEAD_FILE = Path("/opt/venv/schema-head")
PATIENCE = 60
PAUSE = 0.5
# What is said of an encrypted connection that does not come about.
ENCRYPTION = ("certificate", "sslmode", "does not support SSL", "no encryption")


def prepare(accept_new_key):
    """Everything, in order. The canary comes last: with it a later start knows that the migration was finished."""
    started = time.monotonic()
    fernet_key = setting("fernet-key")
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


def setting(name):
    """As Airflow itself will have it. Its configuration takes a second to import, so only where nothing else knows."""
    variable = configuration.SETTINGS[name]
    if variable not in os.environ and configuration.is_given(name, os.environ):
        from airflow.configuration import conf

        _, section, option = variable.lower().split("__")
        return conf.get(section, option)
    return configuration.setting(name, already=os.environ)


def for_psycopg2(database_url):
    """Without the driver's name, which is SQLAlchemy's."""
    return re.sub(r"^postgres(ql)?(\+\w+)?:", "postgresql:", database_url)


def connect(patience=PATIENCE):
    """A connection to Airflow's database. Waits for a server that does not answer yet, not for one that says no."""
    database_url = for_psycopg2(setting("database-url"))
    deadline = time.monotonic() + patience
    while True:
        try:
            connection = psycopg2.connect(database_url, connect_timeout=5)
            connection.autocommit = True
            return connection
        except psycopg2.OperationalError as error:
            if says_no(error) or time.monotonic() > deadline:
                raise Refused(explain(str(error).strip(), patience, database_url)) from None
            time.sleep(PAUSE)


def says_no(error):
    """Whether waiting is of no use: the server answered, and refused; or the driver did, and asked nobody."""
    text = str(error)
    noes = ("authentication failed", "does not exist", "permission denied", "no pg_hba.conf entry", *ENCRYPTION)
    return any(no in text for no in noes)


def explain(reason, patience, database_url):
    """What the driver said, and what it means here."""
    url = urlsplit(database_url)
    # Without the password.
    where = url.netloc.replace(f":{url.password}@", "@") + url.path
    if "authentication failed" in reason:
        return f"PostgreSQL refused the password of {where}. {cure('password')}"
    # Before the next one: a certificate's file may be what does not exist.
    if any(word in reason for word in ENCRYPTION):
        return f"no connection to {where}, whose encryption PGSSLMODE and PGSSLROOTCERT choose: {reason}"
    if any(word in reason for word in ("does not exist", "permission denied", "no pg_hba.conf entry")):
        return f"PostgreSQL answered at {where}, but: {reason}. {cure('set-up')}"
    return f"no connection to {where} in {patience} s; the last answer was: {reason}. {cure('server')}"


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
        raise Refused(f"`airflow db migrate` ended with {done.returncode}; its reason is above. {cure('migration')}")
