"""Shows the number of flights, which it asks of another service, and counts its visits in a file of the volume."""

import http.server
import os
import pathlib
import urllib.request

COUNT = pathlib.Path("/data/visits")


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        visits = int(COUNT.read_text()) + 1 if COUNT.exists() else 1
        COUNT.write_text(str(visits))
        with urllib.request.urlopen(os.environ["FLIGHTS_URL"], timeout=5) as answer:
            flights = answer.read().decode().strip()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"{flights} flights, visit {visits}\n".encode())


http.server.ThreadingHTTPServer(("", 8080), Page).serve_forever()
