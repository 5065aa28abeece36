"""Whether the API that tasks talk to answers, so that none is started in vain.

A task's first act is to tell this API that it has begun. While the web server starts, or is gone, that fails, and each
failure costs the task one of its tries.
"""

import logging
import os
import threading
from http import HTTPStatus
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

import undocumented

log = logging.getLogger(__name__)


class ExecutionApi:
    """Looks again and again, in a thread of its own: a server that does not answer must not hold up who wants to know."""

    pause_while_silent = 0.25
    pause_while_answering = 5
    """Seconds. The server pays for each look, so a good answer counts for a while."""

    def __init__(self, server_url, timeout):
        self.url = f"{server_url.rstrip('/')}/{undocumented.HEALTH_PAGE[0]}"
        self.timeout = timeout
        # A proxy in the environment is for the world outside; this server is a neighbour.
        self._direct = build_opener(ProxyHandler({}))
        self.answers = False
        self.looking = threading.Lock()
        """Held during a look, and during a fork: the new process would inherit what a look holds at that moment."""
        self._doubted = threading.Event()
        self._told = None

    def watch(self):
        os.register_at_fork(
            before=self.looking.acquire, after_in_parent=self.looking.release, after_in_child=self.looking.release
        )
        threading.Thread(target=self._watch, name="execution-api", daemon=True).start()

    def doubt(self):
        """Something that talked to it has failed: the last answer counts no more, and the next look is now."""
        self.answers = False
        self._doubted.set()

    def look(self):
        with self.looking:
            self._doubted.clear()
            silence = self._ask()
            self.answers = silence is None
            if self.answers is not self._told:
                self._tell(silence)

    def _watch(self):
        while True:
            self.look()
            self._doubted.wait(self.pause_while_answering if self.answers else self.pause_while_silent)

    def _tell(self, silence):
        self._told = self.answers
        if self.answers:
            log.info("The execution API answers at %s: tasks start", self.url)
        else:
            log.warning("Tasks wait until the execution API answers at %s: %s", self.url, silence)

    def _ask(self):
        """Why there was no good answer, or None."""
        try:
            with self._direct.open(self.url, timeout=self.timeout) as answer:
                answer.read()
        except HTTPError as answer:
            if answer.code == HTTPStatus.NOT_FOUND:
                return undocumented.sentence("The web server", *undocumented.HEALTH_PAGE)
            return answer
        except Exception as reason:  # noqa: BLE001  # whatever it is: a task would meet it too
            return reason
        return None
