"""The executor: when it starts tasks, and its end, with real worker processes."""

import os
import signal
from importlib.metadata import version
from types import SimpleNamespace

import pytest
import undocumented
from airflow.configuration import conf
from airflow.executors.executor_loader import ExecutorLoader
from airflow.executors.local_executor import LocalExecutor
from airflow.models.taskinstancekey import TaskInstanceKey
from airflow.utils.state import TaskInstanceState
from bounded_executor import BoundedLocalExecutor

KEY = TaskInstanceKey("dag", "task", "run", try_number=1)


@pytest.fixture
def idle():
    """Not started: it has no processes, and what it would give to them is in `given`."""
    executor = BoundedLocalExecutor(parallelism=2)
    executor.given = []
    executor._process_workloads = lambda workloads: executor.given.extend(
        executor.queued_tasks.pop(KEY) for _ in workloads
    )
    executor.sync = lambda: None
    return executor


@pytest.fixture
def executor():
    executor = BoundedLocalExecutor(parallelism=2)
    executor.api.watch = lambda: None
    executor.start()
    return executor


def queue(executor):
    workload = SimpleNamespace(ti=SimpleNamespace(priority_weight=1))
    executor.queued_tasks[KEY] = workload
    return workload


def test_the_image_is_set_to_it():
    assert conf.get("core", "executor") == "bounded_executor.BoundedLocalExecutor"
    assert ExecutorLoader.get_default_executor_name().module_path == "bounded_executor.BoundedLocalExecutor"


def test_it_asks_the_server_that_tasks_talk_to(monkeypatch):
    monkeypatch.setenv("AIRFLOW__CORE__EXECUTION_API_SERVER_URL", "http://airflow-webserver:8080/execution/")
    assert BoundedLocalExecutor(parallelism=2).api.url == "http://airflow-webserver:8080/execution/health"


def test_while_the_api_is_silent_the_scheduler_finds_no_free_slot(idle):
    assert idle.slots_available == 0
    idle.api.answers = True
    assert idle.slots_available == 2
    idle.api.answers = False
    assert idle.slots_available == 0


def test_a_queued_task_starts_as_soon_as_the_api_answers(idle):
    workload = queue(idle)
    idle.heartbeat()
    assert idle.given == []
    idle.api.answers = True
    idle.heartbeat()
    assert idle.given == [workload]


def test_a_task_that_is_held_back_is_known_and_given_once(idle):
    idle.api.answers = True
    workload = queue(idle)
    idle.api.answers = False
    for _ in range(3):
        idle.heartbeat()
    assert idle.given == []
    assert KEY in idle.queued_tasks
    idle.api.answers = True
    idle.heartbeat()
    idle.heartbeat()
    assert idle.given == [workload]


def test_while_the_api_is_silent_a_task_that_has_ended_is_heard_of(idle):
    heard = []
    idle.sync = lambda: heard.append("sync")
    idle.heartbeat()
    assert heard == ["sync"]


def test_a_task_that_looks_again_starts_when_the_scheduler_knows_that_its_last_look_has_ended(idle):
    idle.api.answers = True
    ends = [KEY]
    idle.sync = lambda: ends and idle.success(ends.pop())
    workload = queue(idle)
    idle.heartbeat()
    assert idle.given == []
    assert KEY in idle.queued_tasks
    assert idle.get_event_buffer() == {KEY: (TaskInstanceState.SUCCESS, None)}
    idle.heartbeat()
    assert idle.given == [workload]


def test_a_task_that_nobody_could_run_casts_doubt_on_the_api(idle):
    idle.api.answers = True
    idle.success(KEY)
    assert idle.get_event_buffer() == {KEY: (TaskInstanceState.SUCCESS, None)}
    assert idle.api.answers
    idle.fail(KEY)
    assert idle.get_event_buffer() == {KEY: (TaskInstanceState.FAILED, None)}
    assert idle.slots_available == 0


def test_the_version_that_is_known_is_the_one_in_the_image():
    assert version("apache-airflow") == undocumented.KNOWN


def test_what_airflow_does_not_document_is_there(idle):
    undocumented.require({**undocumented.INHERITED, **undocumented.MADE}, idle)


def test_a_version_without_it_ends_the_start_with_a_sentence(monkeypatch):
    monkeypatch.delattr("airflow.executors.base_executor.BaseExecutor.slots_available")
    with pytest.raises(SystemExit) as stop:
        BoundedLocalExecutor(parallelism=2)
    assert str(stop.value).startswith("airflow did not start: LocalExecutor has no `slots_available` any more (the sch")
    assert f"This stack knows Airflow {undocumented.KNOWN}: go back to that version" in str(stop.value)


@pytest.mark.parametrize("name", undocumented.MADE)
def test_a_version_that_calls_its_queue_otherwise_ends_the_start_with_a_sentence(monkeypatch, name):
    monkeypatch.setattr(LocalExecutor, "slots_available", 2)
    monkeypatch.setattr(LocalExecutor, "__init__", lambda made: made.__dict__.update(parts_without(name)))
    with pytest.raises(SystemExit, match=f"LocalExecutor has no `{name}` any more"):
        BoundedLocalExecutor()


def parts_without(name):
    return {other: {} for other in undocumented.MADE if other != name}


def test_workers_that_get_their_message_end_by_themselves(executor):
    workers = list(executor.workers)
    executor._kill_workers = lambda: pytest.fail("was not patient")
    executor.end()
    assert workers
    assert all(gone(pid) for pid in workers)


def test_a_worker_that_never_reads_its_message_is_killed_in_the_end(executor):
    executor.patience = 0.1
    deaf = list(executor.workers)[0]
    os.kill(deaf, signal.SIGSTOP)
    executor.end()
    assert gone(deaf)


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False
