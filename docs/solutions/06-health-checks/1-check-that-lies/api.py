"""Answers the number of flights, which it reads from a file each time: 200 with it, 503 without."""

import http.server
import os
import pathlib
import shutil

DATA = pathlib.Path("/tmp/flights.txt")


class Flights(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        there = DATA.exists()
        self.send_response(200 if there else 503)
        self.end_headers()
        self.wfile.write(DATA.read_bytes() if there else b"no data\n")


shutil.copy("/app/flights.txt", DATA)
pathlib.Path("/tmp/api.pid").write_text(str(os.getpid()))
http.server.ThreadingHTTPServer(("", 8000), Flights).serve_forever()
