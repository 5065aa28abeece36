"""What gunicorn serves: pgAdmin behind a door of ours, which bounds what somebody may do who has not logged in.

A page elsewhere can point its own name at 127.0.0.1, and the browser then lets it talk to us: so only our names are
answered. pgAdmin writes a file for every request that comes without a cookie, and keeps it for two days. Here such a visitor is
remembered in memory, until a login makes it worth a file. And where pgAdmin counts wrong passwords for ever, and then
locks the one account there is, here so many a minute are answered, and no more.
"""

import hmac
import ipaddress
import os
import time
from collections import OrderedDict, deque
from uuid import uuid4

import config
from flask import make_response, request
from pgAdmin4 import app
from pgadmin.utils.session import (
    CachingSessionManager,
    FileBackedSessionManager,
    ManagedSession,
    ManagedSessionInterface,
)

LOGIN_PATHS = ("/authenticate/login", "/login")
# This machine's name, and the service's own between containers.
NAMES = {"localhost", "pgadmin"}
NAMES |= {name.strip().lower() for name in os.environ.get("STACK_ALLOWED_HOSTS", "").split(",") if name.strip()}


class Sessions(FileBackedSessionManager):
    """A file for who has logged in; a place in memory, which the next ones push out, for who has not."""

    most_visitors = 1000

    def __init__(self, *args):
        super().__init__(*args)
        self.visitors = OrderedDict()

    def new_session(self):
        return ManagedSession(sid=str(uuid4()))

    def exists(self, sid):
        return sid in self.visitors or super().exists(sid)

    def get(self, sid, digest):
        visitor = self.visitors.get(sid)
        if visitor is None:
            return super().get(sid, digest)
        return visitor if hmac.compare_digest(visitor.hmac_digest, digest) else self.new_session()

    def put(self, session):
        if "_user_id" in session:
            self.visitors.pop(session.sid, None)
            super().put(session)
            return
        # Logged out a moment ago, perhaps: then there is a file.
        super().remove(session.sid)
        session.sign(self.secret)
        session.last_write = None
        self.visitors[session.sid] = session
        self.visitors.move_to_end(session.sid)
        while len(self.visitors) > self.most_visitors:
            self.visitors.popitem(last=False)

    def remove(self, sid):
        self.visitors.pop(sid, None)
        super().remove(sid)


class Throttle:
    """So many tries in a minute, whoever makes them: all come from the address of the engine's proxy."""

    most, seconds = 10, 60

    def __init__(self, clock=time.monotonic):
        self.clock = clock
        self.tries = deque()

    def refuses(self):
        now = self.clock()
        while self.tries and now - self.tries[0] >= self.seconds:
            self.tries.popleft()
        if len(self.tries) >= self.most:
            return True
        self.tries.append(now)
        return False


throttle = Throttle()


def is_ours(host):
    """Without the port, which may be any. An address is always ours: who typed it meant it; a name may be somebody else's
    that leads here."""
    bare = host if host.endswith("]") else host.rsplit(":", 1)[0]
    try:
        ipaddress.ip_address(bare.strip("[]"))
    except ValueError:
        return bare.lower() in NAMES
    return True


def only_our_names():
    if not is_ours(request.host):
        return make_response("This server does not answer to that name. STACK_ALLOWED_HOSTS adds one.\n", 403)
    return None


def before_a_login():
    if request.method == "POST" and request.path.rstrip("/") in LOGIN_PATHS and throttle.refuses():
        return make_response("Too many logins were tried. Wait a minute, then load the login page again.", 429)
    return None


app.session_interface = ManagedSessionInterface(
    CachingSessionManager(
        Sessions(
            app.config["SESSION_DB_PATH"],
            app.config["SECRET_KEY"],
            app.config.get("PGADMIN_SESSION_DISK_WRITE_DELAY", 10),
            config.SESSION_SKIP_PATHS,
        ),
        1000,
        config.SESSION_SKIP_PATHS,
    )
)
# Before all that pgAdmin looks at, but for the session.
app.before_request_funcs[None][:0] = [only_our_names, before_a_login]
