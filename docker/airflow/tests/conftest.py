"""No test here may reach a network: a DAG file that asks a database while it is parsed fails its test."""

import socket

import pytest


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
