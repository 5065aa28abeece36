"""The executor's end, with real worker processes."""

import os
import signal

import pytest
from airflow.configuration import conf
from airflow.executors.executor_loader import ExecutorLoader
from bounded_executor import BoundedLocalExecutor


@pytest.fixture
def executor():
    executor = BoundedLocalExecutor(parallelism=2)
    executor.start()
    return executor


def test_the_image_is_set_to_it():
    assert conf.get("core", "executor") == "bounded_executor.BoundedLocalExecutor"
    assert ExecutorLoader.get_default_executor_name().module_path == "bounded_executor.BoundedLocalExecutor"


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
