"""A start without a secret file: all of it comes from the environment, under the names of Airflow's official Helm chart."""

import os
import subprocess

import pytest
from airflow.configuration import conf
from datastack import Refused, configuration
from sqlalchemy.ext.asyncio import create_async_engine

URL = "postgresql://u:p%40w@db.example:5432/meta"
# As the chart's pods have them.
CHART = {
    "AIRFLOW__CORE__FERNET_KEY": "a key",
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"{URL}?sslmode=disable",
    "AIRFLOW_CONN_AIRFLOW_DB": f"{URL}?sslmode=disable",
    "AIRFLOW__API__SECRET_KEY": "a key",
    "AIRFLOW__API_AUTH__JWT_SECRET": "a key",
}


@pytest.fixture
def nothing(tmp_path):
    """A folder without secrets, as on Kubernetes."""
    return tmp_path


def test_the_chart_needs_no_file_and_gets_no_connection_that_nobody_described(nothing):
    assert set(configuration.environment(nothing, CHART)) == {"AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC"}


def test_the_chart_with_a_file_gets_the_connection_of_the_dags(nothing):
    (nothing / "database-password").write_text("word", encoding="utf-8")
    assert "AIRFLOW_CONN_WAREHOUSE" in configuration.environment(nothing, CHART)


@pytest.mark.parametrize("form", configuration.INDIRECT)
def test_a_setting_may_be_a_command_or_a_name_in_a_secrets_backend(nothing, form):
    indirect = {variable + form: "of something" for variable in configuration.SETTINGS.values()}
    assert configuration.environment(nothing, indirect) == {}


@pytest.mark.parametrize("missing", configuration.SETTINGS.values())
def test_one_that_is_not_given_is_still_looked_for_in_the_files(nothing, missing):
    with pytest.raises(Refused, match="is missing"):
        configuration.environment(nothing, {name: value for name, value in CHART.items() if name != missing})


def test_airflow_takes_a_command_of_the_environment_before_that_of_its_file(monkeypatch):
    monkeypatch.delenv("AIRFLOW__API_AUTH__JWT_SECRET")
    monkeypatch.setenv("AIRFLOW__API_AUTH__JWT_SECRET_CMD", "printf printed")
    assert conf.get("api_auth", "jwt_secret") == "printed"


@pytest.mark.parametrize(
    ("options", "ours"),
    [("?sslmode=require", "?ssl=require"), ("?sslmode=disable&application_name=a", "?ssl=disable"), ("?connect_timeout=3", "")],
)
def test_the_asynchronous_driver_gets_the_options_it_knows(options, ours):
    given = {"AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": URL + options}
    (url,) = configuration.async_url(given).values()
    assert url == URL.replace("postgresql:", "postgresql+asyncpg:") + ours
    _, arguments = create_async_engine(url).dialect.create_connect_args(create_async_engine(url).url)
    assert set(arguments) <= {"host", "port", "user", "password", "database", "ssl"}


def test_the_asynchronous_driver_finds_the_certificate_that_the_url_names():
    given = {"AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": URL + "?sslmode=verify-full&sslrootcert=/a/ca.pem"}
    assert configuration.async_url(given)["PGSSLROOTCERT"] == "/a/ca.pem"
    assert "PGSSLROOTCERT" not in configuration.async_url({**given, "PGSSLROOTCERT": "/mine"})


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": URL},
        {"AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": "sqlite:///a?b=c"},
        {"AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": URL + "?sslmode=require", configuration.ASYNC_URL: "mine"},
    ],
)
def test_otherwise_its_url_is_airflows_own(given):
    assert configuration.async_url(given) == {}


def test_without_files_the_web_server_gets_no_password_file(nothing):
    configuration.write_passwords_file(nothing, nothing / "passwords.json", CHART)
    assert list(nothing.iterdir()) == []


def test_with_one_secret_in_a_file_the_password_is_expected_there_too(nothing):
    with pytest.raises(Refused, match="admin-password is missing"):
        configuration.write_passwords_file(nothing, nothing / "passwords.json", {})


def started(**variables):
    """What the entry point says, or makes of the environment, with these variables and no others but its paths."""
    environment = {"PATH": os.environ["PATH"], **variables}
    return subprocess.run(["with-configuration", "env"], capture_output=True, text=True, check=False, env=environment)


def test_the_entry_point_starts_with_the_environment_of_the_chart():
    done = started(**CHART)
    assert done.returncode == 0
    assert "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=postgresql://u:p%40w@db.example:5432/meta?sslmode=disable" in done.stdout


def test_the_probes_of_the_chart_find_the_entry_point_where_the_official_image_has_it():
    done = subprocess.run(
        ["/entrypoint", "airflow", "version"], capture_output=True, text=True, check=False,
        env={"PATH": os.environ["PATH"], "AIRFLOW_HOME": "/tmp/airflow", **CHART},
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stdout.endswith("3.3.2\n")


def test_the_secrets_may_be_in_another_folder_and_the_database_on_another_server(secrets):
    done = started(
        STACK_SECRETS_DIR=str(secrets), PGHOST="db.example", PGPORT="6432", STACK_WAREHOUSE_DATABASE="flights"
    )
    assert done.returncode == 0
    assert '"host": "db.example", "port": 6432' in done.stdout
    assert '"schema": "flights"' in done.stdout
    assert "db.example" in done.stdout.split("NO_PROXY=")[1].splitlines()[0]


def test_the_metadata_database_is_where_the_settings_say(secrets):
    url = subprocess.run(
        ["setting", "database-url"], capture_output=True, text=True, check=True,
        env={"PATH": os.environ["PATH"], "STACK_SECRETS_DIR": str(secrets), "PGHOST": "db.example",
             "STACK_METADATA_DATABASE": "meta"},
    ).stdout  # fmt: skip
    assert url == "postgresql+psycopg2://airflow:database-password%20value@db.example:5432/meta"


def test_on_kubernetes_a_missing_secret_comes_with_the_command_of_kubernetes():
    done = started(KUBERNETES_SERVICE_HOST="192.0.2.1", STACK_SECRETS_DIR="/run/stack-secrets")
    assert done.returncode == 1
    assert done.stderr.startswith("airflow did not start: /run/stack-secrets/database-password is missing")
    assert "kubectl get secrets" in done.stderr
    assert "docker compose" not in done.stderr


@pytest.fixture
def agent(tmp_path):
    """In place of the health agent, which no test has: it writes down what it is asked, and says yes or no."""

    def answering(code):
        program = tmp_path / "healthcheck"
        program.write_text(f"#!/bin/sh\necho $* > {tmp_path}/asked\nexit {code}\n", encoding="utf-8")
        program.chmod(0o755)
        return f"{tmp_path}:{os.environ['PATH']}"

    return answering


def test_a_start_may_wait_for_the_web_server(agent, tmp_path):
    page = "http://airflow-webserver:8080/execution/health"
    assert started(**{**CHART, "PATH": agent(0), "STACK_WAIT_FOR": page}).returncode == 0
    assert (tmp_path / "asked").read_text(encoding="utf-8") == f"wait --for 15m http {page}\n"


def test_a_wait_in_vain_ends_with_a_sentence(agent):
    done = started(**{**CHART, "PATH": agent(1), "STACK_WAIT_FOR": "http://web/"})
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("airflow did not start: http://web/, which STACK_WAIT_FOR names, did not answer")
