"""Answers with the name of its container."""

import http.server
import socket


class Name(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(socket.gethostname().encode())


http.server.ThreadingHTTPServer(("", 8000), Name).serve_forever()
