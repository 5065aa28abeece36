"""LocalExecutor, whose end has an end.

A scheduler that loses its database ends, so that the engine starts a new one. Before it ends, LocalExecutor waits for its
worker processes, without a limit. Now and then one of them never gets its message to stop, and the scheduler stays: alive, without a
heartbeat, and never started anew (seen in one of eight cut connections; https://github.com/apache/airflow/issues/67870).
"""

import contextlib
import threading

from airflow.executors.local_executor import LocalExecutor


class BoundedLocalExecutor(LocalExecutor):
    """Kills the workers that are left after the patience; their tasks are tried again, as after any lost scheduler."""

    patience = 60
    """Seconds. A task that was cut off from the API gives up within 30."""

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
