"""Plays a service: `api-server` and `pgadmin` answer with a page, `scheduler` keeps a file young."""

import pathlib
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

BRANDS = {"api-server": "Airflow", "pgadmin": "pgAdmin 4"}


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<title>{BRANDS[sys.argv[1]]}</title>".encode())


if sys.argv[1] == "scheduler":
    while True:
        pathlib.Path("/tmp/heartbeat").touch()
        time.sleep(1)
HTTPServer(("", 8080), Page).serve_forever()
