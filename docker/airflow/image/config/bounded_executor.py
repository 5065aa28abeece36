"""LocalExecutor, whose end has an end, and which starts no task in vain.

A scheduler that loses its database ends, so that the engine starts a new one. Before it ends, LocalExecutor waits for its
worker processes, without a limit. Now and then one of them never gets its message to stop, and the scheduler stays: alive, without a
heartbeat, and never started anew (seen in one of eight cut connections; https://github.com/apache/airflow/issues/67870).

The scheduler does not wait for the web server, and should not: the two start side by side, and either may come back alone.
But a task that cannot reach the execution API fails. So while the API does not answer, this executor has no free slot. The
tasks stay `scheduled`: there they have no deadline, whereas one that is `queued` has a token that ends after ten minutes.

It is made of the methods that Airflow documents for executors, and of a few things more, which undocumented.py names.
"""

import contextlib
import multiprocessing
import threading

import undocumented
from airflow.configuration import conf
from airflow.executors.local_executor import LocalExecutor
from airflow.utils.state import TaskInstanceState
from execution_api import ExecutionApi


class BoundedLocalExecutor(LocalExecutor):
    """Kills the workers that are left after the patience; their tasks are tried again, as after any lost scheduler."""

    patience = 60
    """Seconds. A task that was cut off from the API gives up within 30."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        undocumented.require(undocumented.INHERITED, super())
        undocumented.require(undocumented.MADE, self)
        # As long as a task would wait for an answer.
        timeout = conf.getfloat("workers", "execution_api_timeout")
        # The second one is Airflow's own default.
        url = conf.get("core", "execution_api_server_url", fallback=None) or "http://localhost:8080/execution/"
        self.api = ExecutionApi(url, timeout)

    def start(self):
        super().start()
        self.api.watch()

    @property
    def slots_available(self):
        """What the scheduler asks before it queues a task."""
        return super().slots_available if self.api.answers else 0

    def heartbeat(self):
        """Hears what has ended, then starts what is queued.

        A sensor that looks again has the same key as its last look. As long as the scheduler has not fetched the end of that
        one, nothing starts: it would take it for the end of the new one, and the task for lost. What was queued a moment
        before the API fell silent waits, too.
        """
        self.sync()
        if self.api.answers and not any(key in self.event_buffer for key in self.queued_tasks):
            super().heartbeat()

    def get_event_buffer(self, dag_ids=None):
        """Failed means here that nobody could say how the task ended: as a rule, that the API was not reached."""
        events = super().get_event_buffer(dag_ids)
        if any(state == TaskInstanceState.FAILED for state, _ in events.values()):
            self.api.doubt()
        return events

    def end(self):
        timer = threading.Timer(self.patience, self._kill_workers)
        timer.daemon = True
        timer.start()
        try:
            super().end()
        finally:
            timer.cancel()

    def _kill_workers(self):
        for worker in multiprocessing.active_children():
            # A closed one has ended already.
            with contextlib.suppress(ValueError):
                worker.kill()
