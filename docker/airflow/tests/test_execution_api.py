"""The look at the execution API, with a real server on this machine."""

import os
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from execution_api import ExecutionApi

PATIENCE = 30


@pytest.fixture
def no_network():
    """Here something connects: to a server on this machine."""


class Server(HTTPServer):
    status = 200

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.paths = []
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/execution/"

    def stop(self):
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.paths.append(self.path)
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    server = Server()
    yield server
    server.stop()


def test_before_the_first_look_it_counts_as_silent(server):
    assert not ExecutionApi(server.url, 5).answers


def test_a_server_that_answers_is_asked_for_its_health_alone(server):
    api = ExecutionApi(server.url, 5)
    api.look()
    assert api.answers
    assert server.paths == ["/execution/health"]


def test_a_server_that_went_away_is_noticed_and_its_return_too(server):
    api = ExecutionApi(server.url, 5)
    api.look()
    server.status = 503
    api.look()
    assert not api.answers
    server.status = 200
    api.look()
    assert api.answers


def test_a_server_that_has_no_such_page_is_silent_and_the_reason_is_a_sentence(server, caplog):
    server.status = 404
    ExecutionApi(server.url, 5).look()
    (waiting,) = [record.getMessage() for record in caplog.records]
    assert "The web server has no `health` any more (it answers as soon as tasks may start)." in waiting


def test_a_process_that_is_forked_during_a_look_has_to_wait_for_its_end(server):
    api = ExecutionApi(server.url, 5)
    api.pause_while_answering = 10 * PATIENCE
    looks = Looks(api)
    api.watch()
    looks.wait_for(1)
    api.looking.acquire()
    forked = threading.Event()
    child = threading.Thread(target=lambda: (fork(), forked.set()))
    child.start()
    assert not forked.wait(0.2)
    api.looking.release()
    assert forked.wait(PATIENCE)
    child.join()
    assert not api.looking.locked()


def fork():
    """A process that holds the lock no more, and ends at once."""
    if (child := os.fork()) == 0:
        os._exit(0)
    os.waitpid(child, 0)


def test_nobody_listening_is_silence(server):
    api = ExecutionApi(server.url, 5)
    server.stop()
    api.look()
    assert not api.answers


def test_a_server_that_takes_the_connection_and_says_nothing_is_silence():
    server = HTTPServer(("127.0.0.1", 0), Handler)  # it listens, and nobody serves
    api = ExecutionApi(f"http://127.0.0.1:{server.server_port}/execution/", 0.05)
    api.look()
    assert not api.answers
    server.server_close()


def test_it_goes_through_no_proxy(server, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    api = ExecutionApi(server.url, 5)
    api.look()
    assert api.answers


def test_a_doubt_makes_the_next_look_come_at_once(server):
    api = ExecutionApi(server.url, 5)
    api.pause_while_answering = 10 * PATIENCE
    looks = Looks(api)
    api.watch()
    looks.wait_for(1)
    api.doubt()
    looks.wait_for(2)
    assert api.answers


def test_silence_is_told_once_and_so_is_its_end(server, caplog):
    caplog.set_level("INFO", "execution_api")
    api = ExecutionApi(server.url, 5)
    server.status = 503
    api.look()
    api.look()
    server.status = 200
    api.look()
    api.doubt()
    api.look()
    waiting, starting = [record.getMessage() for record in caplog.records]
    assert waiting.startswith(f"Tasks wait until the execution API answers at {server.url}health: ")
    assert starting == f"The execution API answers at {server.url}health: tasks start"


class Looks:
    """Counts the looks of a watching thread."""

    def __init__(self, api):
        self.done, self.changed = 0, threading.Condition()
        look = api.look

        def counted():
            look()
            with self.changed:
                self.done += 1
                self.changed.notify_all()

        api.look = counted

    def wait_for(self, number):
        with self.changed:
            assert self.changed.wait_for(lambda: self.done >= number, PATIENCE)
