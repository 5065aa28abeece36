"""airflow-init's sentences, and the Fernet key's canary."""

from contextlib import nullcontext
from types import SimpleNamespace

import pytest
import undocumented
from airflow.models import Connection, DagRun, TaskInstance, Variable
from airflow.models.taskreschedule import TaskReschedule
from cryptography.fernet import Fernet
from datastack import Refused, fernet_canary, schema


class Cursor:
    """A table's rows, for the one query that looks through it."""

    def __init__(self, rows):
        self.rows = rows

    def execute(self, sql):
        self.sql = sql

    def fetchall(self):
        return self.rows


def encrypted(fernet, text):
    return fernet.encrypt(text.encode()).decode()


def undecryptable(fernet, table, rows):
    (columns,) = [columns for name, _, columns in fernet_canary.ENCRYPTED if name == table]
    return list(fernet_canary._undecryptable(Cursor(rows), fernet, table, "name", columns))


def test_a_text_that_is_no_key_is_refused():
    with pytest.raises(Refused, match="holds no Fernet key"):
        fernet_canary._fernet("not a key")


def test_the_refusal_of_another_key_names_both_ways_out():
    text = fernet_canary._wrong_key()
    assert "bring back the secrets volume" in text
    assert "AIRFLOW_ACCEPT_NEW_FERNET_KEY=true docker compose up -d" in text


def test_only_what_the_new_key_cannot_read_is_given_up():
    old, new = Fernet(Fernet.generate_key()), Fernet(Fernet.generate_key())
    rows = [
        ("readable", encrypted(new, "a"), True, encrypted(new, "{}"), True),
        ("lost password", encrypted(old, "a"), True, None, False),
        ("lost extra", None, False, encrypted(old, "{}"), True),
        ("never encrypted", "plain", False, "{}", False),
        ("empty", None, False, None, False),
    ]
    assert undecryptable(new, "connection", rows) == ["lost password", "lost extra"]


def test_variables_are_looked_through_as_well():
    old, new = Fernet(Fernet.generate_key()), Fernet(Fernet.generate_key())
    rows = [("kept", encrypted(new, "1"), True), ("lost", encrypted(old, "1"), True)]
    assert undecryptable(new, "variable", rows) == ["lost"]


@pytest.mark.parametrize(
    ("reason", "advice"),
    [
        ('FATAL:  password authentication failed for user "airflow"', "docker compose restart postgres"),
        ('FATAL:  database "airflow" does not exist', "docker compose down --volumes"),
        ("connection refused", "docker compose logs postgres"),
        ('server certificate for "a" does not match host name "b"', "PGSSLMODE and PGSSLROOTCERT"),
        ('root certificate file "/a" does not exist', "PGSSLMODE and PGSSLROOTCERT"),
        ("server does not support SSL, but SSL was required", "PGSSLMODE and PGSSLROOTCERT"),
        ('no pg_hba.conf entry for host "10.0.0.1", user "airflow", no encryption', "PGSSLMODE and PGSSLROOTCERT"),
    ],
)
def test_each_refusal_of_the_database_comes_with_what_to_do(reason, advice):
    assert advice in schema.explain(reason, 60, "postgresql://airflow:p@postgres:5432/airflow")


def test_the_refusal_names_the_server_that_was_asked_and_no_password():
    text = schema.explain("connection refused", 60, "postgresql://me:s%40cret@db.example:6432/meta?sslmode=require")
    assert text.startswith("no connection to me@db.example:6432/meta in 60 s; the last answer was: connection refused")
    assert "s%40cret" not in text


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg2", "postgresql+psycopg", "postgres"])
def test_a_url_for_sqlalchemy_is_one_for_the_driver(scheme):
    assert schema.for_psycopg2(f"{scheme}://a:b@c/d?sslmode=disable") == "postgresql://a:b@c/d?sslmode=disable"


def test_a_setting_that_a_command_prints_is_read_as_airflow_reads_it(monkeypatch):
    monkeypatch.delenv("AIRFLOW__CORE__FERNET_KEY")
    monkeypatch.setenv("AIRFLOW__CORE__FERNET_KEY_CMD", "printf printed")
    assert schema.setting("fernet-key") == "printed"


def test_a_server_that_says_no_is_not_waited_for():
    assert schema.says_no('FATAL:  password authentication failed for user "airflow"')
    assert schema.says_no('server certificate for "a" does not match host name "b"')
    assert schema.says_no("server does not support SSL, but SSL was required")
    assert schema.says_no('no pg_hba.conf entry for host "10.0.0.1", user "airflow", no encryption')
    assert schema.says_no('invalid sslmode value: "verify_full"')
    assert not schema.says_no("could not connect to server: Connection refused")


def test_the_image_knows_the_revision_its_migration_ends_at():
    assert len(schema.HEAD_FILE.read_text(encoding="utf-8").strip()) == 12


def columns_of(*models):
    return [(model.__tablename__, column.name) for model in models for column in model.__table__.columns]


ALL = [*columns_of(Connection, DagRun, TaskInstance, TaskReschedule, Variable), ("alembic_version", "version_num")]


def holding(columns):
    """A connection to a database that has these columns."""
    return SimpleNamespace(cursor=lambda: nullcontext(Cursor(columns)))


def test_this_version_has_the_columns_that_are_read():
    assert undocumented.missing_column(holding(ALL)) is None


@pytest.mark.parametrize(
    ("table", "column"), [(table, name) for table, names in undocumented.COLUMNS.items() for name in names.split()]
)
def test_a_version_without_one_of_them_is_refused_with_a_sentence(table, column):
    database = holding([other for other in ALL if other != (table, column)])
    with pytest.raises(Refused, match=f"Airflow's table {table} has no `{column}` any more .*knows Airflow 3"):
        schema.refuse_unknown(database)
