"""No test here may reach a network: a DAG file that asks a database while it is parsed fails its test."""

import os
import socket

import pytest

# There are no secrets while an image is built. A variable wins over the command that airflow.cfg names, so nothing asks it.
SETTINGS = {
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": "sqlite://",
    "AIRFLOW__CORE__FERNET_KEY": "",
    "AIRFLOW__API_AUTH__JWT_SECRET": "of a test",
    "AIRFLOW__API__SECRET_KEY": "of a test",
}
# Here and in no fixture: Airflow reads some of them when it is imported.
os.environ.update(SETTINGS)


@pytest.fixture
def only_the_file(monkeypatch):
    """Airflow's settings as airflow.cfg has them."""
    for name in SETTINGS:
        monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(_self, address):
        raise AssertionError(f"something connects to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def secrets(tmp_path):
    """A folder as the secrets volume is for Airflow."""
    for name in ("database-password", "fernet-key", "jwt-secret", "api-secret-key", "admin-password"):
        (tmp_path / name).write_text(f"{name} value\n", encoding="utf-8")
    return tmp_path
