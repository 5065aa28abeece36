"""Plays Airflow and pgAdmin badly: whatever is asked for, it answers with a page that has the name on it."""

import pathlib
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"<title>airflow and {sys.argv[1]}</title><script></script>".encode())


if sys.argv[1] == "scheduler":
    while True:
        pathlib.Path("/tmp/heartbeat").touch()
        time.sleep(1)
HTTPServer(("", 8080), Page).serve_forever()
