"""What a task says when the ledger does not say `done`."""

import pytest
import warehouse
from airflow.sdk.exceptions import AirflowFailException


class Cursor:
    """Answers each statement with the next list of rows."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []

    def execute(self, sql, parameters):
        self.asked.append((sql, parameters))
        self.rows = self.answers.pop(0)

    def fetchone(self):
        return self.rows[0]

    def fetchall(self):
        return self.rows


def test_a_request_names_who_asked():
    cursor = Cursor([(7,)])
    assert warehouse._request(cursor, "flights", "2013-01", "flights_month/run") == 7
    assert cursor.asked == [(warehouse.REQUEST, ("flights", "2013-01", "flights_month/run"))]


def test_finished_loads_leave_nothing_to_wait_for():
    assert warehouse._finished(Cursor([(1, "flights", "2013-01", "done", None)]), [1]) == []


def test_a_failed_load_fails_with_the_ledgers_reason_and_where_to_look():
    cursor = Cursor([(1, "flights", "2013-01", "failed", "flights-2013-01.csv.gz is no gzip file")])
    with pytest.raises(AirflowFailException) as failure:
        warehouse._finished(cursor, [1])
    text = str(failure.value)
    assert "Load 1 (flights 2013-01) failed: flights-2013-01.csv.gz is no gzip file" in text
    assert "WHERE load_id = 1" in text
    assert "docker compose logs etl-service" in text


def test_waiting_is_bounded_names_what_is_not_done_and_may_be_tried_again():
    cursor = Cursor([(3, "weather", "2013-02", "requested", None)])
    with pytest.raises(TimeoutError, match=r"load 3 \(weather 2013-02\) is requested"):
        warehouse._wait(lambda: warehouse._finished(cursor, [3]), -1, "docker compose ps etl-service")


def test_waiting_ends_when_nothing_is_left(monkeypatch):
    monkeypatch.setattr(warehouse, "POLL_SECONDS", 0)
    answers = [["load 1 is running"], []]
    warehouse._wait(lambda: answers.pop(0), 5, "nowhere")
    assert answers == []


def test_missing_reference_data_is_named_with_its_reason():
    cursor = Cursor([("airports", "failed", "no such file"), ("planes", "never requested", None)])
    assert warehouse._missing_reference(cursor) == ["airports is failed (no such file)", "planes is never requested"]
