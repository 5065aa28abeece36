"""The web server's door: names that are not ours are refused, and no foreign page may frame ours."""

import asyncio
import importlib.util

import pytest

SPEC = importlib.util.spec_from_file_location("door", "/opt/airflow/plugins/door.py")
door = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(door)


async def page(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
    await send({"type": "http.response.body", "body": b"page"})


def answer(*headers, allowed=door.names({})):
    sent = []

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "headers": [*headers]}
    asyncio.run(door.Door(page, allowed)(scope, None, send))
    return sent[0]


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "[::1]:80", "192.0.2.7", "localhost:18080", "LOCALHOST", "airflow-webserver:1"])
def test_our_names_and_all_addresses_are_answered_on_any_port(host):
    assert answer((b"host", host.encode()))["status"] == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8080", "localhost.evil.example", ""])
def test_other_names_are_refused(host):
    assert answer((b"host", host.encode()))["status"] == 403


def test_a_request_without_a_name_is_refused():
    assert answer()["status"] == 403


def test_a_setting_adds_names():
    allowed = door.names({"STACK_ALLOWED_HOSTS": "class.example, Teacher ,"})
    for host in (b"class.example:8080", b"teacher", b"localhost"):
        assert answer((b"host", host), allowed=allowed)["status"] == 200


def test_the_name_that_tasks_call_it_by_is_ours():
    urls = {"execution_api_server_url": "http://release-api-server:8080/execution/", "base_url": "https://airflow.example"}
    allowed = door.names({}, lambda section, option, fallback: urls[option])
    for host in (b"release-api-server:8080", b"airflow.example"):
        assert answer((b"host", host), allowed=allowed)["status"] == 200


def test_no_foreign_page_may_frame_ours():
    headers = dict(answer((b"host", b"localhost"))["headers"])
    assert headers[b"x-frame-options"] == b"SAMEORIGIN"
    assert headers[b"content-security-policy"] == b"frame-ancestors 'self'"


def test_what_was_asked_of_other_kinds_passes():
    """The start and end of the server are told to the application as messages, too."""
    seen = []

    async def application(scope, receive, send):
        seen.append(scope["type"])

    asyncio.run(door.Door(application, frozenset())({"type": "lifespan"}, None, None))
    assert seen == ["lifespan"]
