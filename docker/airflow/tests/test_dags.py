"""The DAG files as Airflow reads them: identities, schedules, retries, and how they are wired."""

from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest
import warehouse
from airflow.configuration import conf
from airflow.dag_processing.dagbag import DagBag
from airflow.models.taskinstance import TaskInstance
from airflow.providers.standard.operators.empty import EmptyOperator
from airflow.sdk.exceptions import AirflowFailException
from airflow.serialization.serialized_objects import DagSerialization

FOLDER = "/opt/airflow/dags"


@pytest.fixture(scope="module")
def bag():
    return DagBag(FOLDER)


def runs(dag):
    """The runs that the scheduler would make, one after the other."""
    stored = DagSerialization.from_dict(DagSerialization.to_dict(dag))
    return list(stored.iter_dagrun_infos_between(dag.start_date, dag.end_date))


def tasks(bag):
    return [task for dag in bag.dags.values() for task in dag.tasks]


def test_every_file_is_read_without_an_error(bag):
    assert bag.import_errors == {}
    assert set(bag.dags) == {"reference_data", "flights_month", "marts"}


def test_the_shared_module_is_no_dag_file(bag):
    assert all("warehouse.py" not in stat.file for stat in bag.dagbag_stats)


def test_all_are_unpaused_when_first_seen(bag):
    assert all(dag.is_paused_upon_creation is False for dag in bag.dags.values())


def test_the_months_are_the_twelve_of_2013(bag):
    months = [f"{run.data_interval.start:%Y-%m}" for run in runs(bag.dags["flights_month"])]
    assert months == [f"2013-{month:02}" for month in range(1, 13)]


def test_more_months_are_under_way_than_tasks_may_run(bag):
    dag = bag.dags["flights_month"]
    assert dag.catchup is True
    assert dag.max_active_runs == 6
    assert dag.max_active_runs > conf.getint("core", "parallelism")


def test_reference_data_is_loaded_once(bag):
    assert bag.dags["reference_data"].timetable.__class__.__name__ == "OnceTimetable"


def test_reference_data_is_every_file_that_does_not_come_by_the_month(bag, monkeypatch):
    asked = []
    monkeypatch.setattr(warehouse, "load", lambda *request: asked.append(request))
    bag.dags["reference_data"].get_task("load").python_callable("the run", "the store")
    assert asked == [(("airlines", "airports", "planes", "timezones"), "all", "the run", "the store")]


def test_a_month_is_not_requested_before_the_reference_data_is_there(bag, monkeypatch):
    asked = []
    monkeypatch.setattr(warehouse, "load", lambda *request: asked.append(request))
    run = SimpleNamespace(data_interval_start=datetime(2013, 2, 1, tzinfo=timezone.utc))
    look = bag.dags["flights_month"].get_task("load").python_callable
    monkeypatch.setattr(warehouse, "reference_data_is_there", lambda: False)
    assert not look(run, "the store")
    assert asked == []
    monkeypatch.setattr(warehouse, "reference_data_is_there", lambda: True)
    look(run, "the store")
    assert asked == [(("flights", "weather"), "2013-02", run, "the store")]


def test_a_run_without_a_month_fails_at_once_with_a_sentence(bag):
    with pytest.raises(AirflowFailException, match="This run has no month"):
        bag.dags["flights_month"].get_task("load").python_callable(SimpleNamespace(data_interval_start=None), "the store")


def test_a_wait_for_a_load_has_no_slot(bag):
    waits = [bag.dags[name].get_task("load") for name in ("flights_month", "reference_data")]
    assert [wait.mode for wait in waits] == ["reschedule", "reschedule"]
    assert [task.task_id for task in tasks(bag) if getattr(task, "mode", None) == "poke"] == []


def test_no_dag_file_sleeps():
    assert [path.name for path in Path(FOLDER).glob("*.py") if "sleep" in path.read_text(encoding="utf-8")] == []


def test_looks_come_quickly_at_first_and_never_further_apart_than_half_a_minute(bag):
    task = bag.dags["flights_month"].get_task("load")
    distances = [task._get_next_poke_interval(0, lambda: seconds, 1) for seconds in (0, 10, 100, 1000, 3600)]
    assert 3 <= distances[0] <= 5
    assert distances == sorted(distances)
    assert distances[-1] == 30


def distances(task, monkeypatch):
    """The seconds before each retry, as Airflow reckons them. It adds up to as much again by chance; here it adds none."""
    monkeypatch.setattr(
        "airflow.models.taskinstance.hashlib.sha1", lambda *_, **__: SimpleNamespace(hexdigest=lambda: "0")
    )
    end = datetime(2013, 1, 1, tzinfo=timezone.utc)
    failed = SimpleNamespace(
        task=task, end_date=end, retry_delay_override=None, dag_id="", task_id="", logical_date=end
    )
    found = []
    for failed.try_number in range(1, task.retries + 1):
        found.append((TaskInstance.next_retry_datetime(failed) - end).total_seconds())
    return found


def test_every_task_is_tried_again_soon_and_ends_some_time(bag, monkeypatch):
    for task in tasks(bag):
        assert distances(task, monkeypatch)[0] <= 5, task
        assert task.execution_timeout is not None, task


def test_every_task_is_tried_again_for_ten_minutes_at_growing_distance(bag, monkeypatch):
    for task in tasks(bag):
        seconds = distances(task, monkeypatch)
        assert sum(seconds) >= 600, task
        assert seconds == sorted(seconds), task
        assert seconds[1] > seconds[0], task


def test_a_task_that_says_nothing_of_retries_survives_a_restart_too():
    task = EmptyOperator(task_id="of_a_learner")
    assert task.retries == 2
    assert task.retry_delay == timedelta(seconds=5)


def test_a_check_that_found_bad_rows_is_final_and_one_that_could_not_ask_is_not(bag, monkeypatch):
    checks = [task for task in bag.dags["flights_month"].tasks if task.task_id != "load"]
    for check in checks:
        with pytest.raises(AirflowFailException):
            check._raise_exception("a row is bad")
        monkeypatch.setattr(
            check, "get_db_hook", lambda: SimpleNamespace(get_records=unreachable, get_first=unreachable)
        )
        with pytest.raises(ConnectionRefusedError):
            check.execute({})
    assert len(checks) == 2


def unreachable(*_):
    raise ConnectionRefusedError


def test_a_month_is_loaded_then_checked_then_compared_with_the_ledger(bag):
    dag = bag.dags["flights_month"]
    assert {task.task_id: task.downstream_task_ids for task in dag.tasks} == {
        "load": {"check_flights"},
        "check_flights": {"compare_with_ledger"},
        "compare_with_ledger": set(),
    }


def test_the_last_task_of_a_month_starts_the_marts(bag):
    outlets = {task.task_id: [asset.name for asset in task.outlets] for task in bag.dags["flights_month"].tasks}
    assert outlets == {"load": [], "check_flights": [], "compare_with_ledger": ["month_in_core"]}
    assert [asset.name for asset in bag.dags["marts"].timetable.asset_condition.objects] == ["month_in_core"]
    assert bag.dags["marts"].max_active_runs == 1


def test_the_checks_speak_of_local_dates_of_the_month(bag):
    sql = bag.dags["flights_month"].get_task("check_flights").partition_clause
    assert sql == "flight_date >= '{{ data_interval_start | ds }}' AND flight_date < '{{ data_interval_end | ds }}'"
