"""Plays a service: `api-server` and `pgadmin` answer as Airflow and pgAdmin do, `scheduler` keeps a file young."""

import pathlib
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

FORM = '<title>{}</title><form method="post"><input type="password"></form>'
ANSWERS = {
    "api-server": {
        "/": FORM.format("Airflow"),
        "/api/v2/version": '{"version": "3.0.0", "git_version": null}',
    },
    "pgadmin": {"/": FORM.format("pgAdmin 4"), "/misc/ping": "PING"},
}


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        answer = ANSWERS[sys.argv[1]].get(self.path)
        self.send_response(404 if answer is None else 200)
        self.end_headers()
        self.wfile.write((answer or "not found").encode())


if sys.argv[1] == "scheduler":
    while True:
        pathlib.Path("/tmp/heartbeat").touch()
        time.sleep(1)
HTTPServer(("", 8080), Page).serve_forever()
