"""Asks every server it can find behind the names in SERVERS, and shows who answered."""

import http.server
import os
import socket
import urllib.request


def addresses():
    names = os.environ["SERVERS"].split()
    return {found[4][0] for name in names for found in socket.getaddrinfo(name, 8000, socket.AF_INET)}


def answer(address):
    with urllib.request.urlopen(f"http://{address}:8000/", timeout=5) as page:
        return page.read().decode().strip()


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        answers = {answer(address) for address in addresses()}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"{len(answers)} servers: {' '.join(sorted(answers))}\n".encode())


http.server.ThreadingHTTPServer(("", 8080), Page).serve_forever()
