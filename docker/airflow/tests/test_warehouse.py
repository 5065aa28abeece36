"""One look of a task at the ledger: what it requests, what it remembers, and what it says while it waits."""

from types import SimpleNamespace

import pytest
import warehouse
from airflow.sdk.exceptions import AirflowFailException

RUN = SimpleNamespace(dag_id="flights_month", run_id="january")


class Store(dict):
    """As Airflow's store for the state of a task is: what one process sets, the next one gets."""

    def set(self, key, value):
        self[key] = value


class Ledger:
    """Answers each statement with the next list of rows."""

    def __init__(self):
        self.answers, self.asked = [], []

    def ask(self, sql, *parameters):
        self.asked.append((sql, *parameters))
        return self.answers.pop(0)


@pytest.fixture
def ledger(monkeypatch):
    ledger = Ledger()
    monkeypatch.setattr(warehouse, "_ask", ledger.ask)
    return ledger


def look(store):
    return warehouse.load(("flights", "weather"), "2013-01", RUN, store)


def load(load_id, dataset, status, error=None):
    return load_id, dataset, "2013-01", status, error


def test_the_first_look_requests_all_loads_in_one_statement_and_names_who_asked(ledger):
    ledger.answers = [[(7,), (8,)], [load(7, "flights", "requested"), load(8, "weather", "requested")]]
    assert not look(Store())
    assert ledger.asked[0] == (warehouse.REQUEST, "2013-01", "flights_month/january", ["flights", "weather"])


def test_a_later_look_requests_nothing_and_looks_at_the_same_loads(ledger):
    store = Store(loads=[7, 8])
    ledger.answers = [[load(7, "flights", "done"), load(8, "weather", "running")]]
    assert not look(store)
    assert ledger.asked == [(warehouse.LOADS, [7, 8], "2013-01")]
    assert store == {"loads": [7, 8]}


def test_when_all_are_done_the_next_task_gets_their_ids_and_nothing_is_remembered(ledger):
    store = Store(loads=[7, 8])
    ledger.answers = [[load(7, "flights", "done"), load(8, "weather", "done")]]
    found = look(store)
    assert found
    assert found.xcom_value == [7, 8]
    assert store == {}


def test_loads_that_a_restored_ledger_does_not_have_are_requested_again(ledger, capsys):
    store = Store(loads=[41, 42])
    ledger.answers = [
        [load(41, "flights", "done")],
        [(7,), (8,)],
        [load(7, "flights", "done"), load(8, "weather", "done")],
    ]
    assert not look(store)
    assert "does not have all of the loads [41, 42]" in capsys.readouterr().out
    assert look(store).xcom_value == [7, 8]


def test_a_failed_load_fails_with_the_ledgers_reason_and_where_to_look(ledger):
    ledger.answers = [[load(1, "flights", "failed", "flights-2013-01.csv.gz is no gzip file")]]
    with pytest.raises(AirflowFailException) as failure:
        look(Store(loads=[1]))
    text = str(failure.value)
    assert "Load 1 (flights 2013-01) failed: flights-2013-01.csv.gz is no gzip file" in text
    assert "WHERE load_id = 1" in text
    assert "docker compose logs etl-service" in text


def test_a_task_that_is_cleared_after_a_failure_requests_anew(ledger):
    store = Store(loads=[1])
    ledger.answers = [[load(1, "flights", "failed", "no such file")], [(2,)], [load(2, "flights", "requested")]]
    with pytest.raises(AirflowFailException):
        look(store)
    assert not look(store)
    assert store == {"loads": [2]}


def test_a_look_in_vain_says_what_is_not_done_and_where_to_look(ledger, capsys):
    ledger.answers = [[load(3, "weather", "requested")]]
    look(Store(loads=[3]))
    said = capsys.readouterr().out
    assert "load 3 (weather 2013-01) is requested" in said
    assert "docker compose ps etl-service" in said


def test_missing_reference_data_is_named_with_its_reason(ledger, capsys):
    ledger.answers = [[("airports", "failed", "no such file"), ("planes", "never requested", None)]]
    assert not warehouse.reference_data_is_there()
    assert "airports is failed (no such file); planes is never requested" in capsys.readouterr().out


def test_reference_data_that_is_there_is_not_waited_for(ledger):
    ledger.answers = [[]]
    assert warehouse.reference_data_is_there()
