"""The web server's door: which names it answers to, and who may show its pages in a frame. Airflow has no setting for either.

A page elsewhere can point its own name at 127.0.0.1, and the browser then lets it talk to this server as if the two were
one; or it can lay an invisible frame of Airflow over a button. Both end here.
"""

import ipaddress
import os
from urllib.parse import urlsplit

from airflow.configuration import conf
from airflow.plugins_manager import AirflowPlugin

# This machine's name, and the service's own between containers.
NAMES = ("localhost", "airflow-webserver")
# Settings that name this server as others have to call it: elsewhere its service may have another name.
URLS = (("core", "execution_api_server_url"), ("api", "base_url"))
REFUSAL = b"This server does not answer to that name. STACK_ALLOWED_HOSTS adds one.\n"
FRAMES = [(b"x-frame-options", b"SAMEORIGIN"), (b"content-security-policy", b"frame-ancestors 'self'")]


def names(environment=os.environ, setting=conf.get):
    more = environment.get("STACK_ALLOWED_HOSTS", "").split(",")
    ours = [urlsplit(setting(*url, fallback=None) or "").hostname or "" for url in URLS]
    return frozenset(name.strip().lower() for name in (*NAMES, *ours, *more) if name.strip())


def is_ours(scope, allowed):
    """Without the port, which may be any. An address is always ours: who typed it meant it; a name may be somebody else's
    that leads here."""
    host = dict(scope["headers"]).get(b"host", b"").decode("latin-1").lower()
    bare = host if host.endswith("]") else host.rsplit(":", 1)[0]
    try:
        ipaddress.ip_address(bare.strip("[]"))
    except ValueError:
        return bare in allowed
    return True


class Door:
    def __init__(self, app, allowed):
        self.app = app
        self.allowed = allowed

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http":
            if not is_ours(scope, self.allowed):
                await self._refuse(send)
                return
            send = self._framed(send)
        await self.app(scope, receive, send)

    @staticmethod
    async def _refuse(send):
        headers = [(b"content-type", b"text/plain"), (b"content-length", str(len(REFUSAL)).encode())]
        await send({"type": "http.response.start", "status": 403, "headers": headers})
        await send({"type": "http.response.body", "body": REFUSAL})

    @staticmethod
    def _framed(send):
        async def with_frames(message):
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                added = [header for header in FRAMES if header[0] not in present]
                message = {**message, "headers": [*message["headers"], *added]}
            await send(message)

        return with_frames


class DoorPlugin(AirflowPlugin):
    name = "door"
    # Airflow adds them on the outside of all that it serves: the pages, the API, and the tasks' interface.
    fastapi_root_middlewares = [{"middleware": Door, "kwargs": {"allowed": names()}, "name": "door"}]
