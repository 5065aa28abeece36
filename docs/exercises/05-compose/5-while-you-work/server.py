"""Shows a page, which it reads at each request, under a title, which it reads once."""

import http.server
import pathlib

TITLE = "Flights of 2013"
PAGE = pathlib.Path("/app/pages/index.txt")


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"{TITLE}: {PAGE.read_text()}".encode())


http.server.ThreadingHTTPServer(("", 8000), Page).serve_forever()
