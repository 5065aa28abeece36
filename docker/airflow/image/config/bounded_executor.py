"""LocalExecutor, whose end has an end, and which starts no task in vain.

A scheduler that loses its database ends, so that the engine starts a new one. Before it ends, LocalExecutor waits for its
worker processes, without a limit. Now and then one of them never gets its message to stop, and the scheduler stays: alive, without a
heartbeat, and never started anew (seen in one of eight cut connections; https://github.com/apache/airflow/issues/67870).

The scheduler does not wait for the web server, and should not: the two start side by side, and either may come back alone.
But a task that cannot reach the execution API fails. So while the API does not answer, this executor has no free slot. The
tasks stay `scheduled`: there they have no deadline, whereas one that is `queued` has a token that ends after ten minutes.
"""

import contextlib
import threading

from airflow.configuration import conf
from airflow.executors.base_executor import get_execution_api_server_url
from airflow.executors.local_executor import LocalExecutor
from airflow.utils.state import TaskInstanceState
from execution_api import ExecutionApi


class BoundedLocalExecutor(LocalExecutor):
    """Kills the workers that are left after the patience; their tasks are tried again, as after any lost scheduler."""

    patience = 60
    """Seconds. A task that was cut off from the API gives up within 30."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # As long as a task would wait for an answer.
        timeout = conf.getfloat("workers", "execution_api_timeout")
        self.api = ExecutionApi(get_execution_api_server_url(self.conf), timeout)

    def start(self):
        super().start()
        self.api.watch()

    @property
    def slots_available(self):
        """What the scheduler asks before it queues a task."""
        return super().slots_available if self.api.answers else 0

    def trigger_tasks(self, open_slots):
        """What was queued a moment before the API fell silent waits, too."""
        super().trigger_tasks(open_slots if self.api.answers else 0)

    def change_state(self, key, state, info=None, remove_running=True):
        """Failed means here that nobody could say how the task ended: as a rule, that the API was not reached."""
        if state == TaskInstanceState.FAILED:
            self.api.doubt()
        super().change_state(key, state, info, remove_running)

    def _spawn_worker(self):
        with self.api.looking:
            super()._spawn_worker()

    def end(self):
        timer = threading.Timer(self.patience, self._kill_workers)
        timer.daemon = True
        timer.start()
        try:
            super().end()
        finally:
            timer.cancel()

    def _kill_workers(self):
        for worker in list(self.workers.values()):
            # A closed one has ended already.
            with contextlib.suppress(ValueError):
                worker.kill()
