"""The entry point: secret files become Airflow's environment, whatever characters a password has."""

import json
import os
import subprocess
import sys

import httpx
import pytest
from airflow.configuration import conf
from airflow.exceptions import AirflowConfigException
from airflow.models.connection import Connection
from datastack import Refused, configuration
from psycopg2.extensions import parse_dsn
from sqlalchemy.engine import make_url

PASSWORDS = ["plain", "p:a@s/s%w\"o r'd", "%2F%", "#?&=+", "äß€", "{{x}}", "\\", "a\nb"]


@pytest.mark.parametrize("password", PASSWORDS)
def test_any_password_survives_the_database_url(password):
    url = configuration.database_url(password)
    assert make_url(url).password == password
    assert parse_dsn(url.replace("+psycopg2", ""))["password"] == password


def test_an_address_with_colons_survives_the_database_url():
    url = configuration.database_url("word", "fd00::1")
    assert (make_url(url).host, make_url(url).port) == ("fd00::1", 5432)
    assert parse_dsn(url.replace("+psycopg2", ""))["host"] == "fd00::1"


@pytest.mark.parametrize("given", ["54x", "5432,5433", "-1", "²"])
def test_a_port_that_is_no_number_is_refused(given):
    with pytest.raises(Refused, match="PGPORT is"):
        configuration.port(given)


@pytest.mark.parametrize("password", PASSWORDS)
def test_any_password_survives_the_warehouse_connection(password):
    connection = Connection.from_json(configuration.warehouse_connection(password), conn_id="warehouse")
    assert (connection.host, connection.login, connection.schema) == ("postgres", "airflow", "warehouse")
    assert connection.password == password


def test_every_secret_is_the_setting_that_airflow_asks_for(secrets):
    assert configuration.setting("fernet-key", secrets) == "fernet-key value"
    assert configuration.setting("jwt-secret", secrets) == "jwt-secret value"
    assert configuration.setting("api-secret-key", secrets) == "api-secret-key value"
    assert "database-password%20value" in configuration.setting("database-url", secrets)


@pytest.mark.parametrize(
    ("section", "option", "name"),
    [
        ("core", "fernet_key", "fernet-key"),
        ("database", "sql_alchemy_conn", "database-password"),
        ("api_auth", "jwt_secret", "jwt-secret"),
        ("api", "secret_key", "api-secret-key"),
    ],
)
@pytest.mark.usefixtures("only_the_file")
def test_airflow_gets_each_by_its_command_which_says_what_is_missing(section, option, name):
    with pytest.raises(AirflowConfigException, match=rf"{name} is missing. The service `secrets` fills this folder"):
        conf.get(section, option)


def test_no_secret_but_the_connection_is_in_the_environment(secrets):
    assert set(configuration.environment(secrets)) == {"AIRFLOW_CONN_WAREHOUSE"}


@pytest.mark.parametrize(("name", "variable"), configuration.SETTINGS.items())
def test_what_is_set_wins_and_its_secret_is_not_asked_for(secrets, name, variable):
    for file in secrets.iterdir():
        file.unlink()
    assert configuration.setting(name, secrets, {variable: "mine"}) == "mine"


def test_a_connection_that_is_set_wins(secrets):
    assert configuration.environment(secrets, {"AIRFLOW_CONN_WAREHOUSE": "mine"}) == {}


@pytest.mark.parametrize("name", ["database-password", "fernet-key", "jwt-secret", "api-secret-key"])
def test_a_missing_secret_is_refused_by_name_with_a_way_out(secrets, name):
    (secrets / name).unlink()
    with pytest.raises(Refused, match=rf"{name} is missing.*docker compose logs secrets"):
        configuration.environment(secrets)


def test_an_empty_secret_is_refused(secrets):
    (secrets / "jwt-secret").write_text("\n", encoding="utf-8")
    with pytest.raises(Refused, match="jwt-secret is empty"):
        configuration.environment(secrets)


def test_an_unreadable_secret_is_refused(secrets):
    (secrets / "jwt-secret").chmod(0)
    with pytest.raises(Refused, match="jwt-secret cannot be read"):
        configuration.environment(secrets)


def test_the_web_servers_password_file_is_private_and_made_anew(secrets, tmp_path):
    path = tmp_path / "passwords.json"
    for password in ("old", 'new "one"'):
        (secrets / "admin-password").write_text(password, encoding="utf-8")
        configuration.write_passwords_file(secrets, path)
        assert json.loads(path.read_text(encoding="utf-8")) == {"admin": password}
        assert os.stat(path).st_mode & 0o777 == 0o600


@pytest.mark.parametrize("command", ["/opt/datastack/bin/airflow", "/opt/datastack/bin/with-configuration"])
def test_without_secrets_both_names_of_the_script_refuse(command):
    alone = {"PATH": os.environ["PATH"]}
    done = subprocess.run([command, "version"], capture_output=True, text=True, check=False, env=alone)
    assert done.returncode == 1
    assert done.stderr.startswith("airflow did not start: /run/secrets/database-password is missing")
    assert "Traceback" not in done.stderr


def test_an_empty_variable_of_the_driver_is_not_set():
    script = "import os; print([name for name in os.environ if name.startswith('PGSSL')])"
    settings = dict(os.environ, AIRFLOW_CONN_WAREHOUSE="postgres://", PGSSLMODE="", PGSSLROOTCERT="")
    command = ["/opt/datastack/bin/with-configuration", sys.executable, "-c", script]
    assert subprocess.run(command, capture_output=True, text=True, check=True, env=settings).stdout.strip() == "[]"


def test_the_settings_in_the_image_are_read():
    shown = subprocess.run(
        [sys.executable, "-m", "airflow", "config", "get-value", "core", "parallelism"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert shown.stdout.strip().endswith("4")


def test_names_of_the_stack_go_through_no_proxy_in_either_spelling():
    hosts = configuration.direct_hosts(
        {"AIRFLOW__CORE__EXECUTION_API_SERVER_URL": "http://web.example:8080/execution/"}
    )
    assert set(hosts) == {"NO_PROXY", "no_proxy"}
    for value in hosts.values():
        assert {"web.example", "postgres", "localhost", "127.0.0.1"} <= set(value.split(","))


def test_what_was_set_already_goes_through_no_proxy_either():
    hosts = configuration.direct_hosts({"NO_PROXY": "a.example, .corp", "no_proxy": "b.example,.corp"})
    assert hosts["NO_PROXY"] == hosts["no_proxy"] == "a.example,.corp,b.example,postgres,localhost,127.0.0.1"


@pytest.mark.parametrize("spelling", ["http_proxy", "HTTP_PROXY"])
def test_a_task_asks_the_web_server_itself_and_the_world_through_the_proxy(monkeypatch, spelling):
    monkeypatch.setenv(spelling, "http://proxy.example:3128")
    for name, value in configuration.direct_hosts({"AIRFLOW__API__BASE_URL": "http://airflow-webserver:8080"}).items():
        monkeypatch.setenv(name, value)
    client = httpx.Client()
    direct = client._transport_for_url(httpx.URL("http://airflow-webserver:8080/execution/"))
    assert direct is client._transport
    assert client._transport_for_url(httpx.URL("http://elsewhere.example/")) is not client._transport


def test_a_bundle_is_named_in_every_variable_that_a_client_asks_for(tmp_path):
    bundle = tmp_path / "ca.pem"
    bundle.write_text("a certificate")
    assert configuration.certificates(bundle) == {
        "SSL_CERT_FILE": str(bundle),
        "REQUESTS_CA_BUNDLE": str(bundle),
        "CURL_CA_BUNDLE": str(bundle),
    }


def test_an_empty_or_missing_bundle_changes_nothing(tmp_path):
    (tmp_path / "empty").touch()
    assert configuration.certificates(tmp_path / "empty") == {}
    assert configuration.certificates(tmp_path / "missing") == {}
